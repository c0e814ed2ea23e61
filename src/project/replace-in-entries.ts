import { htmlText } from '../markdown/html-text.ts';
import type { ReplaceRequest, ReplaceResponse } from '../model/desk.ts';
import type { InlineText } from '../model/inline.ts';
import type { MemoryEntry } from '../model/memory.ts';
import { contentHash } from '../text/content-hash.ts';
import { deskSide } from './desk-rows.ts';
import { replaceInText, textFinder } from './replace-in-text.ts';

const MOST_REPLACED = 1000;

/** What replacing a text in the targets of a locale would give; codes are never touched. */
export function replaceInEntries(entries: Iterable<MemoryEntry>, { find, replacement, matchCase }: ReplaceRequest, inlineText: (raw: string) => InlineText): ReplaceResponse {
  const changes: ReplaceResponse['changes'][number][] = [];
  const occurs = textFinder(find, matchCase);
  let total = 0;
  for (const { path, ordinal, source, target, inHtml } of entries) {
    if (!occurs(target)) continue;
    const reader = inHtml ? htmlText : inlineText;
    const before = reader(target);
    const after = replaceInText(before, find, replacement, matchCase, reader);
    if (after === undefined) continue;
    total += 1;
    if (changes.length < MOST_REPLACED) changes.push({ path, ordinal, source: contentHash(source), before: deskSide(before), after });
  }
  return { total, changes };
}
