import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { z } from 'zod';
import type { Host } from '../model/host.ts';
import { HOSTINGS } from '../model/site.ts';
import { UserError } from '../model/user-error.ts';
import { shortDigest } from '../text/short-digest.ts';
import type { ContentMap } from './content-map.ts';
import type { ShardPool } from './scan-content.ts';
import { mergeVariants } from './source-variants.ts';

/** One of several machines that build a site together. */
export interface Part {
  /** From 1 to {@link of}. */
  readonly number: number;
  readonly of: number;
}

/** Where the folder of a part says what it is; beside it stand `site/` and, with search, {@link RECORDS_FILE}. */
export const PART_FILE = 'shard.json';
/** What the search index will be made of: a family a line, in the order of the paths. */
export const RECORDS_FILE = 'search.jsonl';
/** The part's share of the finished site. */
export const PART_SITE = 'site';

/** Number of the form of a part's folder. */
const FORMAT = 1;

const factsSchema = z.object({
  format: z.literal(FORMAT),
  /** Version of the tool. */
  generator: z.string(),
  /** Digest of the tool's code and of the Node that ran it. */
  code: z.string(),
  /** Digest of all settings and options that pages depend on. */
  settings: z.string(),
  /** Digest of all files of the content. */
  content: z.string(),
  number: z.int().min(1),
  of: z.int().min(1),
  base: z.string(),
  locales: z.array(z.string()),
  hosting: z.enum(HOSTINGS),
  redirects: z.int().min(0),
  search: z.boolean(),
  /** Article pages of the part. */
  pages: z.int().min(0),
  /** Families in the search records. */
  families: z.int().min(0),
  /** Files of the part's share of the site. */
  files: z.int().min(0),
});

/** What the folder of a part says about itself. */
export type PartFacts = Omit<z.infer<typeof factsSchema>, 'format'>;

export function partText(facts: PartFacts): string {
  return `${JSON.stringify({ format: FORMAT, ...facts }, null, 2)}\n`;
}

/** @param name how messages call the file @throws {UserError} for another form */
export function parsePart(text: string, name: string): PartFacts {
  try {
    const { format, ...facts } = factsSchema.parse(JSON.parse(text));
    return facts;
  } catch {
    throw new UserError(`${name} does not say what part of a site it is: it is damaged or was written by another version of Interlinear.`, 'Build all parts anew with one version.');
  }
}

/** The families of a part: every family is in one part, whichever others there are, so that a part's cache stays of use. */
export function pathsOfPart(paths: readonly string[], { number, of }: Part): string[] {
  return paths.filter((path) => Number.parseInt(shortDigest(path).slice(0, 8), 16) % of === number - 1);
}

/** The same pool that keeps only what is rendered here; all other families are read and checked, and forgotten. */
export function keepOnly<Pool extends ShardPool>(pool: Pool, part: ReadonlySet<string>): Pool {
  return {
    ...pool,
    async scan(worker, { paths, keep }) {
      const mine = paths.filter((path) => keep && part.has(path));
      const rest = paths.filter((path) => !(keep && part.has(path)));
      const reports = await Promise.all([pool.scan(worker, { paths: mine, keep: true }), pool.scan(worker, { paths: rest, keep: false })]);
      const counts: Record<string, { articles: number; segments: number }> = {};
      for (const [locale, { articles, segments }] of reports.flatMap((report) => Object.entries(report.counts))) {
        const sum = (counts[locale] ??= { articles: 0, segments: 0 });
        sum.articles += articles;
        sum.segments += segments;
      }
      return {
        pages: reports.flatMap((report) => report.pages),
        findings: reports.flatMap((report) => report.findings),
        counts,
        comments: reports.flatMap((report) => report.comments),
        variants: mergeVariants(reports.flatMap((report) => report.variants)),
      };
    },
    async scanEach(worker, { paths, keep }) {
      const [mine, rest] = await Promise.all([
        pool.scanEach(worker, { paths: paths.filter((path) => keep && part.has(path)), keep: true }),
        pool.scanEach(worker, { paths: paths.filter((path) => !(keep && part.has(path))), keep: false }),
      ]);
      return [...mine, ...rest];
    },
  };
}

/** Digest of everything but the content that pages depend on. `more`: options and texts beside the settings. */
export function settingsDigest(map: ContentMap, more: readonly unknown[]): string {
  const { config, rules, brandFiles, redirects } = map;
  return createHash('sha256').update(JSON.stringify([config, rules, brandFiles.map((file) => ('text' in file ? file : file.path)), redirects, more])).digest('hex');
}

/** Digest of the names and bytes of all files of the content. */
export function contentDigest(host: Host, map: ContentMap): string {
  const digest = createHash('sha256');
  for (const file of map.inventory.files) {
    const bytes = host.readBytes(posix.join(map.root, file));
    digest.update(`${file}\0${bytes?.byteLength ?? -1}\0`).update(bytes ?? '');
  }
  return digest.digest('hex');
}
