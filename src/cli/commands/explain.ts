import { checks } from '../../checks/index.ts';
import { UserError } from '../../model/user-error.ts';
import { explainCheck } from '../../report/explain.ts';
import { closest } from '../../text/closest.ts';
import type { Command } from '../command.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'Say what a rule checks, why, and what to do.',
  arguments: '[rule]',
  options: [],
  details: 'Without a rule, lists all rules.\n\nExample: interlinear explain stale-translation',
  async run({ args, terminal }) {
    const [id] = args;
    if (id === undefined) {
      const width = Math.max(...checks.map((check) => check.id.length));
      terminal.out(checks.map((check) => `${check.id.padEnd(width)}  ${check.severity.padEnd(7)}  ${check.summary}`).join('\n'));
      return 0;
    }
    const check = checks.find((candidate) => candidate.id === id);
    if (!check) {
      const guess = closest(id, checks.map((candidate) => candidate.id));
      throw new UserError(`There is no rule "${id}".`, guess ? `Did you mean "${guess}"?` : 'Run `interlinear explain` for the list of rules.');
    }
    terminal.out(explainCheck(check, { color: terminal.color }));
    return 0;
  },
};
