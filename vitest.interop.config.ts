import { defineConfig } from 'vitest/config';

/** Needs Debian packages, so it is no part of `npm test`: see scripts/test-interop.ts. */
export default defineConfig({
  test: {
    include: ['tests/interop/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ['default', ['json', { outputFile: 'tests/output/interop.json' }]],
  },
});
