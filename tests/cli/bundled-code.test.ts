import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT } from '../support/run-cli.ts';

/** A project of three sources, with the module that is tested. */
const root = mkdtempSync(join(tmpdir(), 'interlinear-bundle-'));
const file = (path: string): string => join(root, path);
let code: { readonly BUNDLE: string; sourceStamp(): string; sourceDigest(): string; bundleFolder(): string | undefined };

beforeAll(async () => {
  for (const folder of ['src/cli', 'src/text']) mkdirSync(file(folder), { recursive: true });
  for (const path of ['package.json', 'package-lock.json', 'astro.config.mjs', 'src/text/a.ts', 'src/README.md']) writeFileSync(file(path), '1');
  cpSync(`${PROJECT}src/cli/bundled-code.mjs`, file('src/cli/bundled-code.mjs'));
  code = (await import(pathToFileURL(file('src/cli/bundled-code.mjs')).href)) as typeof code;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const bundle = (): void => {
  mkdirSync(code.BUNDLE, { recursive: true });
  writeFileSync(join(code.BUNDLE, 'stamp.txt'), code.sourceStamp());
};

test('without a bundle the sources run', () => {
  expect(code.bundleFolder()).toBeUndefined();
});

test.each([
  ['a source changes', () => appendFileSync(file('src/text/a.ts'), '2')],
  ['a source comes', () => writeFileSync(file('src/text/b.ts'), '')],
  ['a source goes', () => rmSync(file('src/text/b.ts'))],
  ['a folder comes with a source', () => {
    mkdirSync(file('src/new'));
    writeFileSync(file('src/new/c.ts'), '');
  }],
  ['the packages change', () => appendFileSync(file('package-lock.json'), '2')],
])('a bundle is old when %s', (_, change) => {
  bundle();
  const digest = code.sourceDigest();
  expect(code.bundleFolder()).toBe(pathToFileURL(code.BUNDLE).href);
  change();
  expect(code.bundleFolder()).toBeUndefined();
  expect(code.sourceDigest()).not.toBe(digest);
});

test.each([
  ['the docs of the sources change', () => appendFileSync(file('src/README.md'), '2')],
  ['a file came and went', () => {
    writeFileSync(file('src/text/tmp.ts'), '');
    rmSync(file('src/text/tmp.ts'));
  }],
  ['a hidden file comes', () => writeFileSync(file('src/text/.hidden'), '')],
])('a bundle is good when %s', (_, change) => {
  bundle();
  const digest = code.sourceDigest();
  change();
  expect(code.bundleFolder()).toBe(pathToFileURL(code.BUNDLE).href);
  expect(code.sourceDigest()).toBe(digest);
});

test('V8 knows the setting with which code is compiled', () => {
  // It says so and goes on where it does not.
  const script = `import(${JSON.stringify(pathToFileURL(file('src/cli/bundled-code.mjs')).href)}).then((code) => code.keepCompiledCode())`;
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '', stderr: '' });
});
