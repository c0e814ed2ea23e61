import { hash } from 'node:crypto';
import type { LinkTarget } from '../model/site.ts';

/** What a family was seen to depend on beside its own files while it was worked on. Plain JSON. */
export interface Dependencies extends SiteQuestions {
  /** Families whose content was looked at. */
  readonly families: readonly string[];
  /** Files of the content that were read beside articles, relative to its root. */
  readonly files: readonly string[];
}

/** What a family asked about the rest of the site, kept apart: it is read again only when names or the index have changed. */
export interface SiteQuestions {
  /** What was asked for an address: locale, path of the article in which it stands, address. */
  readonly links: readonly LinkQuestion[];
  /** Digest of the answers, in the order of the questions. */
  readonly answers: string;
  /** Pages whose titles were asked for, and the digest of these. */
  readonly titles: readonly (readonly [locale: string, path: string])[];
  readonly titleAnswers: string;
}

/** Name under which {@link SiteQuestions} of a family are kept; no path has such a character. */
export function questionsName(path: string): string {
  return `\0${path}`;
}

/** The family that a record is kept for, whichever of its two it is. */
export function familyOfRecord(name: string): string {
  return name.startsWith('\0') ? name.slice(1) : name;
}

type LinkQuestion = readonly [locale: string, path: string, url: string];

/** Notes what is asked for while one family is worked on. */
export interface Trace {
  family(path: string): void;
  link(locale: string, path: string, url: string, target: LinkTarget): void;
  title(locale: string, path: string, title: string | undefined): void;
  file(file: string): void;
  /** Everything noted so far; other families than `own`. */
  dependencies(own: string): Dependencies;
}

export function createTrace(): Trace {
  const families = new Set<string>();
  const links = new Map<string, readonly [LinkQuestion, LinkTarget]>();
  const titles = new Map<string, readonly [readonly [string, string], string | undefined]>();
  const files = new Set<string>();
  return {
    family: (path) => families.add(path),
    link: (locale, path, url, target) => links.set(`${locale}\0${path}\0${url}`, [[locale, path, url], target]),
    title: (locale, path, title) => titles.set(`${locale}\0${path}`, [[locale, path], title]),
    file: (file) => files.add(file),
    dependencies(own) {
      families.delete(own);
      const asked = [...links.values()];
      const named = [...titles.values()];
      return {
        families: [...families],
        links: asked.map(([question]) => question),
        answers: answersDigest(asked.map(([, target]) => target)),
        titles: named.map(([question]) => question),
        titleAnswers: answersDigest(named.map(([, title]) => title)),
        files: [...files],
      };
    },
  };
}

/** A digest of where links lead, or of titles. */
export function answersDigest(answers: readonly (LinkTarget | string | undefined)[]): string {
  return answers.length === 0 ? '' : hash('sha256', JSON.stringify(answers), 'hex').slice(0, 16);
}
