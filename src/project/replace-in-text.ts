import type { InlineText, InlineToken } from '../model/inline.ts';
import { plainMarkdown } from '../text/plain-markdown.ts';

/**
 * A side with a text replaced wherever a reader sees it: never inside code, an address or a tag. Undefined when it does
 * not occur, or when the result could not be written without changing the markup.
 * @param reader reads the side as it is read where it stands, e.g. as inline Markdown
 */
export function replaceInText(side: InlineText, find: string, replacement: string, matchCase: boolean, reader: (raw: string) => InlineText): string | undefined {
  if (find === '') return undefined;
  const pattern = patternOf(find, matchCase);
  const pieces = textRuns(side.tokens).flatMap((run) => replaceInRun(side.raw, run, pattern, replacement));
  if (!pieces.some(({ replaced }) => replaced)) return undefined;
  const wanted = pieces.map(({ shown }) => shown).join('');
  return plainMarkdown(pieces.map(({ replaced, shown, native }) => (replaced ? shown : { native })), (raw) => {
    const read = reader(raw);
    return markupOf(read) === markupOf(side) && read.tokens.map(shownText).join('') === wanted;
  });
}

/** Whether a text may hold what is looked for; cheaper than {@link replaceInText}. */
export function textFinder(find: string, matchCase: boolean): (raw: string) => boolean {
  const pattern = patternOf(find, matchCase);
  // What is written as it is read is found as it is written.
  return (raw) => raw.search(pattern) !== -1 || /[&\\]/.test(raw);
}

function patternOf(find: string, matchCase: boolean): RegExp {
  return new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), matchCase ? 'gu' : 'giu');
}

/** What becomes of one or more neighbouring tokens. */
interface Piece {
  readonly replaced: boolean;
  /** What a reader sees of it afterwards. */
  readonly shown: string;
  /** As it is written now. */
  readonly native: string;
}

/** Tokens in groups: neighbours that show text, however their characters are written; all else alone. */
function textRuns(tokens: readonly InlineToken[]): InlineToken[][] {
  const runs: InlineToken[][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last?.[0] && isText(last[0]) && isText(token)) last.push(token);
    else runs.push([token]);
  }
  return runs;
}

/** Tokens that no find touches stay as they are written. */
function replaceInRun(raw: string, run: readonly InlineToken[], pattern: RegExp, replacement: string): Piece[] {
  const native = (from: InlineToken, to: InlineToken): string => raw.slice(from.start, to.end);
  const shown = run.map(shownText).join('');
  const finds = run[0] && isText(run[0]) ? [...shown.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })) : [];
  const pieces: Piece[] = [];
  let at = 0;
  for (let first = 0; first < run.length; ) {
    const start = at;
    let last = first;
    at += shownText(run[first]).length;
    // A find that goes on in the next token takes that with it.
    while (last + 1 < run.length && finds.some((find) => find.start < at && find.end > at)) at += shownText(run[(last += 1)]).length;
    const inside = finds.filter((find) => find.start >= start && find.end <= at);
    let text = '';
    let from = start;
    for (const find of inside) {
      text += shown.slice(from, find.start) + replacement;
      from = find.end;
    }
    const [head, tail] = [run[first], run[last]];
    if (head && tail) pieces.push({ replaced: inside.length > 0, shown: text + shown.slice(from, at), native: native(head, tail) });
    first = last + 1;
  }
  return pieces;
}

function markupOf({ raw, tokens }: InlineText): string {
  return tokens.flatMap((token) => (isText(token) ? [] : [raw.slice(token.start, token.end)])).join('\0');
}

function shownText(token: InlineToken | undefined): string {
  if (token === undefined) return '';
  return 'text' in token ? token.text : token.kind === 'code' ? token.value : '';
}

function isText({ kind }: InlineToken): boolean {
  return kind === 'text' || kind === 'escape' || kind === 'entity';
}
