import type { InlineText } from '../model/inline.ts';

/** The title of a link or an image (`[x](url "title")`), which no code of a tool shows. */
export interface LinkTitle {
  readonly of: 'link' | 'image';
  readonly url: string;
  readonly title: string;
  /** Range of the title with its quotes; offsets into the side. Empty for a link whose definition stands elsewhere. */
  readonly start: number;
  readonly end: number;
}

/** The titles of one side, in the order in which their links end. */
export function linkTitles({ raw, tokens }: InlineText): LinkTitle[] {
  return tokens.flatMap((token): LinkTitle[] => {
    if (token.kind !== 'close' || (token.of !== 'link' && token.of !== 'image') || token.title === undefined || token.title === '') return [];
    const written = TITLE.exec(raw.slice(token.start, token.end))?.[1];
    const end = written === undefined ? token.end : raw.slice(0, token.end).trimEnd().length - 1 - trailingBlanks(raw.slice(token.start, token.end));
    return [{ of: token.of, url: token.url ?? '', title: token.title, start: end - (written?.length ?? 0), end }];
  });
}

const TITLE = /\s("(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\((?:\\[^]|[^()\\])*\))\s*\)$/;

function trailingBlanks(native: string): number {
  const inside = native.slice(0, -1);
  return inside.length - inside.trimEnd().length;
}

/** A title of the target with that of the source's same link; `number` counts the titles of the target, from 1. */
export interface TitlePair {
  readonly number: number;
  readonly source: LinkTitle;
  readonly target: LinkTitle;
}

/** Titles of links that both sides have, each source title once. */
export function titlePairs(source: InlineText, target: InlineText): TitlePair[] {
  const free = linkTitles(source);
  return linkTitles(target).flatMap((title, index) => {
    const at = free.findIndex((candidate) => candidate.of === title.of && candidate.url === title.url);
    const [partner] = at === -1 ? [] : free.splice(at, 1);
    return partner ? [{ number: index + 1, source: partner, target: title }] : [];
  });
}

/**
 * The side with another title on the link that has `old`; undefined when there is no such link, or the result would be
 * read as something else.
 */
export function replaceLinkTitle(side: InlineText, old: Pick<LinkTitle, 'of' | 'url' | 'title'>, value: string, inlineText: (raw: string) => InlineText): string | undefined {
  const titles = linkTitles(side);
  const at = titles.findIndex(({ of, url, title }) => of === old.of && url === old.url && title === old.title);
  const place = titles[at];
  if (!place || place.start === place.end) return undefined;
  const wanted = value.replace(/\s+/g, ' ').trim();
  const written = `"${wanted.replace(/["\\]/g, '\\$&').replace(/&(?=[#a-z])/gi, '&amp;')}"`;
  const raw = side.raw.slice(0, place.start) + written + side.raw.slice(place.end);
  const after = inlineText(raw);
  const same = after.plain === side.plain && after.tokens.length === side.tokens.length && after.tokens.every((token, index) => token.kind === side.tokens[index]?.kind);
  return same && linkTitles(after)[at]?.title === wanted ? raw : undefined;
}
