import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { article, pair, runTool } from '../cli/run-tool.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { htmlProblems } from '../support/html-problems.ts';
import { readSite } from '../support/read-site.ts';

const pages = readSite(inject('joined').folder);

test.each([
  ['the status page', /^\/status\/$/],
  ['the published desk', /^\/review\/$/],
  ['pages at old addresses', /^\/[a-z-]+\/old\/mail\/$/],
  ['search pages', /^\/[a-z-]+\/search\/$/],
  ['pages of unknown addresses', /404/],
  ['articles', /^\/[a-z-]+\/(?:mail|only)\/$/],
  ['home pages', /^\/(?:[a-z-]+\/)?$/],
])('%s are valid HTML', async (_, url) => {
  const chosen = [...pages.values()].filter((page) => url.test(page.url));
  expect(chosen).not.toEqual([]);
  const problems: string[] = [];
  for (const page of chosen) problems.push(...(await htmlProblems(page)));
  expect(problems).toEqual([]);
});

test('the reports that the command line writes are valid HTML', async () => {
  const out = mkdtempSync(join(tmpdir(), 'interlinear-reports-'));
  const folder = temporaryFolder({
    'content/vi-vn/a.md': `${article('vi-VN', 'Chào', 'Hello <b>')}\n<span data-ttu-id="0a1b2-105">mở`,
    'content/ar-sa/a.md': `${article('ar-SA', 'مرحبا', 'Hello <b>')}\n${pair('[أ](#gone)', '[A](#gone) & "B"', 102)}\n`,
  });
  const report = join(out, 'findings.html');
  runTool(folder, ['validate', '--fail-on', 'never', '--report', `html=${report}`]);
  const html = readFileSync(report, 'utf8');
  rmSync(out, { recursive: true, force: true });
  expect(html).toContain('class="finding"');
  expect(await htmlProblems({ url: 'findings.html', html, elements: [] })).toEqual([]);
});
