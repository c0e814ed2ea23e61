import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../support/run-cli.ts';

const root = mkdtempSync(join(tmpdir(), 'interlinear-images-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const image = (width: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"></svg>`;
let html: string;

beforeAll(() => {
  const put = (path: string, text: string): void => {
    mkdirSync(join(root, 'content', path, '..'), { recursive: true });
    writeFileSync(join(root, 'content', path), text);
  };
  put('en-us/a.md', '# Two images\n\n![One](media/both.svg)\n\n![Two](media/one.svg)\n');
  put('en-us/media/both.svg', image(20));
  put('vi-vn/a.md', '# <span data-ttu-id="12345-101">Hai hình ảnh</span><span class="sxs-lookup"><span data-stu-id="12345-101">Two images</span></span>\n\n![Một](media/both.svg)\n\n![Hai](media/one.svg)\n');
  put('vi-vn/media/both.svg', image(30));
  put('vi-vn/media/one.svg', image(40));
  buildSite(join(root, 'content'), join(root, 'site'), '--no-search');
  html = readFileSync(join(root, 'site/vi-vn/a/index.html'), 'utf8');
});

test('the image of the source stands beside that of the target', () => {
  expect(imagesOf('both')).toEqual(['30', '20']);
});

test('an image that the source does not have is the same in both languages', () => {
  expect(imagesOf('one')).toEqual(['40']);
  expect(html).not.toContain('data:image');
});

/** Widths of the images of a name, in the order of the page. */
function imagesOf(name: string): string[] {
  return [...html.matchAll(new RegExp(`<img src="[^"]*/${name}[^"]*" width="(\\d+)"`, 'g'))].map(([, width]) => width ?? '');
}
