import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, in this order. */
const LONG = [
  'tests/corpus/alchemy.test.ts', 'tests/cli/incremental.test.ts', 'tests/corpus/office-js.test.ts', 'tests/corpus/alchemy-source.test.ts', 'tests/cli/publish.test.ts',
  'tests/browser/pages.test.ts', 'tests/browser/desk-published.test.ts', 'tests/browser/desk.test.ts', 'tests/browser/desk-exchange.test.ts', 'tests/browser/reading.test.ts', 'tests/search/queries.test.ts', 'tests/cli/build.test.ts',
];

/** Starts the longest files first: where one of them is the last, a core stands idle. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(name));
      return found === -1 ? LONG.length : found;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
