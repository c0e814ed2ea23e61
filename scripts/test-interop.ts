/**
 * Round trips through the tools that translators use: `npm run test:interop`. Installs them where it may (Debian, root);
 * prints what every tool counted and ends with `N passed, N failed`.
 * INTERLINEAR_INTEROP_ARTICLES: size of the sample, default 300.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { INTEROP_PACKAGES, missingPackages } from '../tests/interop/packages.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = `${PROJECT}tests/output/interop.json`;
const ROWS = `${PROJECT}tests/output/interop-rows.json`;

process.exitCode = main();

function main(): number {
  const missing = missingPackages();
  if (missing.length > 0) install(missing);
  const left = missingPackages();
  if (left.length > 0) {
    console.error(`These Debian packages are missing and could not be installed: ${left.join(', ')}.\nInstall them with: apt-get install ${left.join(' ')}`);
    console.log(`0 passed, ${left.length} failed`);
    return 1;
  }
  rmSync(RESULTS, { force: true });
  rmSync(ROWS, { force: true });
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.interop.config.ts'], { cwd: PROJECT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (existsSync(ROWS)) printRows(JSON.parse(readFileSync(ROWS, 'utf8')) as string[][]);
  const { numPassedTests, numFailedTests, testResults } = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  // A file that does not load has no test that could fail.
  const failed = numFailedTests + testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  console.log(`${numPassedTests} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

function install(missing: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return;
  console.error(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore', timeout: 120_000 });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}

function printRows(rows: readonly (readonly string[])[]): void {
  const table = [['tool', 'format', 'counted'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  console.log(`(${INTEROP_PACKAGES.length} Debian packages)`);
}
