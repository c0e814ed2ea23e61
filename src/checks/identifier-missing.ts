import type { InlineText, TextRun } from '../model/inline.ts';
import { CMDLET_VERBS, EXAMPLE_DOMAINS, FILE_EXTENSIONS, NOT_IDENTIFIERS, NOT_NOUNS } from './data/identifiers.ts';
import { FUNCTION_WORDS } from './data/function-words.ts';
import { defineCheck, type SegmentHit } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';
import { perText } from './shared/per-text.ts';
import { runRange } from './shared/run-range.ts';

type Kind = 'command' | 'identifier' | 'placeholder' | 'code' | 'file name' | 'path' | 'e-mail address';
type Args = { readonly kind: Kind; readonly name: string };

export default defineCheck<Args>({
  id: 'identifier-missing',
  category: 'wording',
  scope: 'segment',
  severity: 'error',
  summary: 'Names that a machine reads (commands, placeholders, error codes, file names, paths) are in the target as in the source.',
  why: 'A reader types or searches for them. `Stop-MailboxSearch` with a translated verb does not run, and nobody finds an error code with a changed digit.',
  whatToDo: 'Copy the name from the source unchanged, and mark it as code so that tools leave it alone.',
  message: ({ kind, name }) => `The ${kind} ${name.includes('`') ? `“${excerpt(name)}”` : `\`${excerpt(name)}\``} of the source is not in the target. Copy it unchanged.`,
  examples: [
    { name: 'kept, in other letters of case, as code', content: { 'de-de/a.md': '⟦Führen Sie get-mailbox aus.⟧⟪Run Get-Mailbox.⟫', 'ja-jp/a.md': '⟦`app.exe`を開く⟧⟪Open app.exe⟫', 'ar-sa/a.md': '⟦الخطأ 0x8004de40⟧⟪Error 0x8004DE40⟫', 'he-il/a.md': '⟦הערך {name} של snake\\_case⟧⟪The value {name} of snake_case⟫', 'ru-ru/a.md': '⟦Путь C:\\Windows\\System32⟧⟪Path C:\\Windows\\System32⟫' }, expected: [] },
    { name: 'words that only look like it', content: { 'de-de/a.md': '⟦Das Add-in der Schritt-für-Schritt-Einrichtung⟧⟪The Add-In of the Step-By-Step Set-Up⟫', 'th-th/a.md': '⟦ไอโฟน⟧⟪iPhone⟫', 'vi-vn/a.md': '⟦Khám phá điện tử⟧⟪eDiscovery⟫', 'zh-cn/a.md': '⟦发送到 user@示例⟧⟪Send to user@example.com⟫' }, expected: [] },
    { name: 'a translated command', content: { 'vi-vn/a.md': '⟦Chạy Ngăn chặn-MailboxSearch⟧⟪Run Stop-MailboxSearch⟫', 'he-il/a.md': '⟦הפעל את קבל-תיבת דואר⟧⟪Run Get-Mailbox⟫' }, expected: [{ kind: 'command', name: 'Get-Mailbox' }, { kind: 'command', name: 'Stop-MailboxSearch' }] },
    { name: 'a changed code, a placeholder', content: { 'vi-vn/a.md': '⟦Lỗi 0x8006de40⟧⟪Error 0x8004de40⟫', 'ar-sa/a.md': '⟦{وصف}⟧⟪{ImpactDescription}⟫', 'ru-ru/a.md': '⟦%данные%⟧⟪%appdata%⟫', 'th-th/a.md': '⟦อัปเดต KB๒๘๑๗⟧⟪Update KB2817⟫' }, expected: [{ kind: 'placeholder', name: '{ImpactDescription}' }, { kind: 'placeholder', name: '%appdata%' }, { kind: 'code', name: 'KB2817' }, { kind: 'code', name: '0x8004de40' }] },
    { name: 'names and paths', content: { 'zh-cn/a.md': '⟦打开 应用.exe⟧⟪Open setup.exe⟫', 'de-de/a.md': '⟦HKEY_LOCAL_MACHINE\\SOFTWARE\\Richtlinien⟧⟪HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies⟫', 'ja-jp/a.md': '⟦メイルボックス⟧⟪mailboxSettings⟫' }, expected: [{ kind: 'path', name: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies' }, { kind: 'identifier', name: 'mailboxSettings' }, { kind: 'file name', name: 'setup.exe' }] },
  ],
  run({ source, target }) {
    const identifiers = identifiersIn(source);
    if (identifiers.length === 0) return NONE;
    const hits: SegmentHit<Args>[] = [];
    const found = comparable(target);
    const reported = new Set<string>();
    for (const { kind, name, run, start } of identifiers) {
      if (found.includes(normal(name)) || reported.has(name)) continue;
      reported.add(name);
      // A word that the source glued to the next one looks like this too, and prose may translate the words of a property.
      const severity = kind === 'identifier' && !name.includes('_') ? 'info' : 'error';
      hits.push({ args: { kind, name }, inSource: runRange(run, start, start + name.length), severity });
    }
    return hits;
  },
});

const NONE: readonly never[] = [];

interface Identifier {
  readonly kind: Kind;
  readonly name: string;
  readonly run: TextRun;
  /** In the run's text. */
  readonly start: number;
}

/** What every identifier has: something inside that words do not have. */
const POSSIBLE = /[a-z][A-Z]|[\w}]-[A-Z]|[\\_{%@]|[A-Z0]\d|0x|\w\.[a-z\d]{2}/;

/** Each with what a text must have for it, which is quicker to find. */
const PATTERNS: readonly (readonly [Kind, RegExp, RegExp])[] = [
  ['path', /\\/, /\b(?:HKEY_[A-Z_]+|HK(?:LM|CU|CR|U)):?\\[\w\\ ().-]*\w|\b[A-Za-z]:\\[\w\\().%-]*[\w%)]/g],
  ['placeholder', /[{%]/, /\{[A-Za-z][\w.-]*\}|%[A-Za-z][A-Za-z_]*%/g],
  ['e-mail address', /@/, /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi],
  ['command', /[a-z]-[A-Z]/, new RegExp(`(?<![\\w-])(?:${CMDLET_VERBS.join('|')})-[A-Z][A-Za-z\\d]{2,}\\b(?!-)`, 'g')],
  ['file name', /\w\.[a-z\d]{2}/i, new RegExp(`(?<![\\w./\\\\@-])[\\w-]*[A-Za-z][\\w-]*\\.(?:${FILE_EXTENSIONS.replaceAll(' ', '|')})\\b(?![\\w/]|\\.\\w)`, 'gi')],
  ['identifier', /_|[a-z\d][A-Z]/, /(?<![\w@./\\-])(?:[A-Za-z\d]+(?:_[A-Za-z\d]+)+|[a-z]{2,}\d*[A-Z][a-z]{2,}\w*)\b(?![./\\@]\w)/g],
  ['code', /0x|[A-Z]\d/i, /\b0x[\da-f]{3,}\b|(?<![\w-])[A-Z]{2,}\d{3,}\b(?!-)/gi],
];

const identifiersIn = perText((source): readonly Identifier[] => source.runs.flatMap((run) => (POSSIBLE.test(run.text) ? identifiersOf(run) : [])));

function identifiersOf(run: TextRun): Identifier[] {
  const { text } = run;
  const found: Identifier[] = [];
  for (const [kind, sign, pattern] of PATTERNS) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const [name] = match;
      const start = match.index;
      if (isExcepted(kind, name) || found.some((one) => start < one.start + one.name.length && one.start < start + name.length)) continue;
      found.push({ kind, name, run, start });
    }
  }
  return found;
}

function isExcepted(kind: Kind, name: string): boolean {
  switch (kind) {
    case 'command':
      return NOT_NOUNS.has(name.slice(name.indexOf('-') + 1).toLowerCase());
    case 'identifier':
      return NOT_IDENTIFIERS.has(name.toLowerCase()) || LITTLE_WORDS.has(/^[a-z]*/.exec(name)?.[0] ?? '');
    case 'file name':
      return /X{3}/i.test(name);
    case 'e-mail address':
      return EXAMPLE_DOMAINS.test(name);
    case 'code':
      // The flag `i` is for hexadecimal digits; a code of letters and digits is in capitals.
      return !/^0x/i.test(name) && /[a-z]/.test(name);
    default:
      return false;
  }
}

/** `thePower`, `inOutlook`: a lost blank of the source. */
const LITTLE_WORDS: ReadonlySet<string> = new Set([...(FUNCTION_WORDS['en'] ?? []), 'an', 'in', 'on', 'all', 'my', 'new', 'via', 'type', 'enter', 'named', 'called', 'open']);

/** Everything of the target that a name may stand in, addresses included. */
function comparable({ plain, raw }: InlineText): string {
  return normal(`${plain}\n${raw}`);
}

function normal(text: string): string {
  return text.toLowerCase();
}
