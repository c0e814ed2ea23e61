import type { Reporter, TestModule } from 'vitest/node';

/** Names every skipped test and its reason below the results: a skip that nobody sees is a test that nobody has. */
export default class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')].map((test) => {
      const result = test.result();
      const reason = 'note' in result && result.note ? result.note : 'no reason given; see the name';
      return `  ${module.relativeModuleId} > ${test.fullName}: ${reason}`;
    }));
    if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.join('\n')}`);
  }
}
