import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/support/long-first.ts';

const WHOLE_SITE = ['tests/browser/**/*.test.ts', 'tests/site-output/**/*.test.ts'];
/** Tests of functions of their arguments. */
const PURE = ['tests/*.test.ts', ...['align', 'checks', 'ci', 'exchange', 'ingest', 'markdown', 'memory', 'report', 'review', 'scripts', 'text', 'views'].map((folder) => `tests/${folder}/**/*.test.ts`)];

export default defineConfig({
  test: {
    // Workers of the build and the browser run beside the tests.
    maxWorkers: 2,
    // Whole-corpus tests on a slow machine; no test waits this long for nothing.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    sequence: { sequencer: LongFirst },
    reporters: ['default', ['json', { outputFile: 'tests/output/results.json' }], './tests/support/skip-reporter.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...WHOLE_SITE, ...PURE, 'tests/interop/**'] } },
      // A process for all: loading the sources anew for each file takes longer than its tests.
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      // Built and served once, and only when one of these files runs.
      // Each of its tests starts with a page of its own. What a busy machine spoils once may be tried again there; the reporter names it.
      { extends: true, test: { name: 'site', include: WHOLE_SITE, retry: process.env['CI'] ? 1 : 0, expect: { poll: { timeout: 15_000 } }, globalSetup: 'tests/support/built-sites.ts' } },
    ],
  },
});
