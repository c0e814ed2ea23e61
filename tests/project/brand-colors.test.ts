import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brandShades, contrast, darkBrand, SURFACES } from '../../src/project/brand-colors.ts';
import { PROJECT } from '../support/run-cli.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#0000ff', '#ffffff', 8.59],
])('contrast of %s and %s', (a, b, expected) => {
  expect(contrast(a, b)).toBeCloseTo(expected, 2);
  expect(contrast(b, a)).toBeCloseTo(expected, 2);
});

test.each([
  ['#ffcc00', 'light', { brand: '#ffcc00', ink: '#000000', link: '#896c00' }],
  ['#ffcc00', 'dark', { brand: '#ffcc00', ink: '#000000', link: '#ffcc00' }],
  ['#1A5FB4', 'light', { brand: '#1a5fb4', ink: '#ffffff', link: '#1a5fb4' }],
  ['#fc0', 'light', { brand: '#ffcc00' }],
  ['#000', 'light', { brand: '#000000', ink: '#ffffff', link: '#000000' }],
] as const)('%s on %s pages', (color, scheme, expected) => {
  expect(brandShades(color, scheme)).toMatchObject(expected);
});

// WCAG 2.2, 1.4.3.
test('whatever the colour, all text in it and on it can be read', () => {
  const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(fc.property(color, fc.constantFrom('light', 'dark'), fc.boolean(), (written, scheme, derived) => {
    const shades = brandShades(derived ? darkBrand(written) : written, scheme);
    const least = Math.min(contrast(shades.ink, shades.brand), contrast(shades.ink, shades.hover), ...[...SURFACES[scheme], shades.wash].map((surface) => contrast(shades.link, surface)));
    expect(least).toBeGreaterThanOrEqual(4.5);
    for (const shade of Object.values(shades)) expect(shade).toMatch(/^#[0-9a-f]{6}$/);
  }), { numRuns: 2_000 });
});

test('the surfaces are those of the styles', () => {
  const tokens = readFileSync(`${PROJECT}src/site/styles/tokens.css`, 'utf8');
  const [paper, raised] = ['paper', 'paper-raised'].map((name) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.slice(1));
  expect({ light: [paper?.[0], raised?.[0]], dark: [paper?.[1], raised?.[1]] }).toEqual(SURFACES);
});
