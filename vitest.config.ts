import { defineConfig } from 'vitest/config';

const WHOLE_SITE = ['tests/browser/**/*.test.ts', 'tests/site-output/**/*.test.ts'];

export default defineConfig({
  test: {
    // Workers of the build and the browser run beside the tests.
    maxWorkers: 2,
    // Whole-corpus tests on a slow machine; no test waits this long for nothing.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', ['json', { outputFile: 'tests/output/results.json' }], './tests/support/skip-reporter.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...WHOLE_SITE, 'tests/interop/**'] } },
      // Built and served once, and only when one of these files runs.
      { extends: true, test: { name: 'site', include: WHOLE_SITE, globalSetup: 'tests/support/built-sites.ts' } },
    ],
  },
});
