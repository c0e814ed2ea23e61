import type { Reporter, TestModule } from 'vitest/node';

/**
 * Names below the results what would go unseen in them: every skipped test with its reason (a skip that nobody sees is
 * a test that nobody has), and every test that passed at a later try (what fails now and then fails for users as well).
 */
export default class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')].map((test) => {
      const result = test.result();
      const reason = 'note' in result && result.note ? result.note : 'no reason given; see the name';
      return `  ${module.relativeModuleId} > ${test.fullName}: ${reason}`;
    }));
    const retried = modules.flatMap((module) => [...module.children.allTests('passed')].flatMap((test) => {
      const tries = (test.diagnostic()?.retryCount ?? 0) + 1;
      return tries === 1 ? [] : [`  ${module.relativeModuleId} > ${test.fullName}: passed at try ${tries}: ${test.result().errors?.[0]?.message.split('\n', 1)[0] ?? ''}`];
    }));
    if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.join('\n')}`);
    if (retried.length > 0) console.log(`\nPassed only at a later try:\n${retried.join('\n')}`);
  }
}
