import { hash } from 'node:crypto';
import type { FileDigests } from '../model/file-digests.ts';
import type { Host } from '../model/host.ts';
import type { Locale } from '../model/locale.ts';
import { SIDECAR_ENDING } from '../review/sidecar.ts';
import type { ContentMap } from './content-map.ts';
import { contentFile } from './inventory.ts';
import { filesOf } from './scan-family.ts';
import { textDigest } from './text-digest.ts';

/** Digest of a family's files in all locales; undefined when `digestOf` knows none of one. */
export function familyDigest(map: ContentMap, path: string, digestOf: (locale: Locale) => string | undefined): string | undefined {
  const lines: string[] = [];
  for (const locale of filesOf(map, path)) {
    const digest = digestOf(locale);
    if (digest === undefined) return undefined;
    lines.push(`${locale.id} ${digest}`);
  }
  return textDigest(lines.join('\n'));
}

/** Digest of a family's files with what people have said of its articles. */
export function reviewedDigest(family: string | undefined, reviews: string): string | undefined {
  return family === undefined || reviews === '' ? family : textDigest(family + reviews);
}

/** Digest of what people have said of a family's articles; empty when nobody has. */
export function reviewsDigest(host: Host, map: ContentMap, path: string): string {
  if (map.inventory.reviews.size === 0) return '';
  const files = filesOf(map, path).map((locale) => contentFile(locale, path) + SIDECAR_ENDING).filter((file) => map.inventory.reviews.has(file));
  return files.length === 0 ? '' : textDigest(JSON.stringify(files.map((file) => [file, textDigest(host.readBytes(`${map.root}/${file}`) ?? 'unreadable')])));
}

/** Digest of every article with its reviews. A family with a file that cannot be read has none. */
export function familyDigests(host: Host, map: ContentMap, files: FileDigests): ReadonlyMap<string, string | undefined> {
  return new Map(map.paths.map((path) => {
    const family = familyDigest(map, path, (locale) => files.of(`${map.root}/${contentFile(locale, path)}`));
    return [path, reviewedDigest(family, reviewsDigest(host, map, path))];
  }));
}

/** Digest of all names that a link can lead to. */
export function namesDigest({ slugs, inventory }: ContentMap): string {
  // No name has such a character.
  return textDigest(`${[...slugs].flat().join('\0')}\0\0${[...inventory.files].join('\0')}`);
}

/** Digest of all but the content on which the scan of a family depends. `code`: a digest of the tool. */
export function scanKey({ config, rules }: ContentMap, code: string): string {
  // What stands around the pages, and what is done with findings later, has no part in finding them.
  const { frames: _frames, title: _title, ignore: _ignore, limits: _limits, repository: _repository, suggest: _suggest, feedback: _feedback, checkPages: _checkPages, statusPage: _statusPage, review: _review, origin: _origin, ...rest } = config;
  return hash('sha256', JSON.stringify([code, rest, rules]), 'hex');
}
