import { expect, inject, test } from 'vitest';
import { createNodeHost } from '../../src/host/node-host.ts';
import { readSiteFacts } from '../../src/host/staged-folder.ts';
import { checkSite } from '../../src/project/check-site.ts';

test.each(['own', 'docset', 'branded'] as const)('%s is without fault', (name) => {
  const { folder } = inject(name);
  const { pages, findings } = checkSite({ host: createNodeHost(), folder, base: readSiteFacts(folder)?.base ?? '/' });
  expect(findings).toEqual([]);
  expect(pages).toBeGreaterThan(10);
});
