import type { FindingArgs, Severity } from '../model/finding.ts';
import { paintWith } from './paint.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** What a check says about itself: the documentation part of checks/define-check.ts. */
export interface ExplainedCheck {
  readonly id: string;
  readonly category: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly whatToDo: string;
  readonly examples: readonly {
    readonly name: string;
    readonly content: string | Readonly<Record<string, string>>;
    readonly expected: readonly FindingArgs[];
  }[];
  message(args: FindingArgs): string;
}

const WIDTH = 90;

/** The help page of a check for the terminal; ends with a line end. */
export function explainCheck(check: ExplainedCheck, { color }: { readonly color: boolean }): string {
  const paint = paintWith(color);
  const severity = { error: paint.red, warning: paint.yellow, info: paint.blue }[check.severity](check.severity);
  const section = (title: string, text: string): string[] => ['', paint.bold(title), ...indented(text)];
  const examples = (title: string, accepted: boolean): string[] => {
    const chosen = check.examples.filter(({ expected }) => (expected.length === 0) === accepted);
    return chosen.length === 0 ? [] : ['', paint.bold(title), ...chosen.flatMap((example) => exampleLines(example))];
  };
  const exampleLines = ({ name, content, expected }: ExplainedCheck['examples'][number]): string[] => [
    `  ${expected.length === 0 ? paint.green('✔') : paint.red('✖')} ${name}`,
    ...contentLines(content).map((line) => `      ${line.startsWith('// ') ? paint.dim(line) : line}`),
    ...expected.flatMap((args) => wrapText(visibleText(check.message(args)), WIDTH - 8).map((line, index) => `    ${paint.dim(index === 0 ? '→' : ' ')} ${line}`)),
  ];
  const lines = [
    `${paint.bold(check.id)}  ${severity}  ${paint.dim(check.category)}`,
    ...wrapText(check.summary, WIDTH),
    ...section('Why', check.why),
    ...section('What to do', check.whatToDo),
    ...examples('Accepted', true),
    ...examples('Reported', false),
    '',
    paint.dim('⟦target⟧⟪source⟫ stands for one pair. Another severity, or off: `checks` in site.yml.'),
  ];
  return `${lines.join('\n')}\n`;
}

function indented(text: string): string[] {
  return wrapText(text, WIDTH - 2).map((line) => `  ${line}`);
}

function contentLines(content: string | Readonly<Record<string, string>>): string[] {
  if (typeof content === 'string') return visibleLines(content);
  return Object.entries(content).flatMap(([file, text]) => [`// ${visibleText(file)}`, ...visibleLines(text)]);
}

function visibleLines(text: string): string[] {
  return text === '' ? [] : text.split('\n').map(visibleText);
}
