import { z } from 'zod';
import { readLines, writeLines } from '../host/record-lines.ts';
import type { SearchRecord } from '../model/search.ts';
import { UserError } from '../model/user-error.ts';
import type { SearchSink } from '../project/build-site.ts';
import type { FamilyRecords } from '../project/merge-shards.ts';

/** Keeps the search records of a part in a file, a family a line. `slugs`: slug by family path. */
export function createRecordSink(file: string, slugs: ReadonlyMap<string, string>): SearchSink & { families(): number; close(): Promise<void> } {
  const paths = new Map([...slugs].map(([path, slug]) => [slug, path]));
  const lines = writeLines(file);
  let families = 0;
  return {
    async add(records) {
      // Records come family by family.
      for (let start = 0; start < records.length; ) {
        const path = pathOf(records[start]);
        let end = start + 1;
        while (end < records.length && pathOf(records[end]) === path) end++;
        lines.add(JSON.stringify([path, records.slice(start, end)] satisfies FamilyRecords));
        families += 1;
        start = end;
      }
    },
    prepare: () => {},
    write: async () => [],
    families: () => families,
    close: async () => lines.close(),
  };

  function pathOf(record: SearchRecord | undefined): string {
    return paths.get(record?.slug ?? '') ?? '';
  }
}

const lineSchema = z.tuple([z.string(), z.array(z.object({ locale: z.string(), part: z.number().int().nonnegative(), slug: z.string(), language: z.string(), title: z.string(), section: z.string(), text: z.string() }))]);

/** Reads what {@link createRecordSink} wrote. @throws {UserError} when it is damaged */
export async function* readRecords(file: string): AsyncGenerator<FamilyRecords> {
  for await (const line of readLines(file)) {
    const parsed = lineSchema.safeParse(parseJson(line));
    if (!parsed.success) throw new UserError(`${file} is damaged or incomplete.`, 'Fetch that part again, or build it again.');
    yield parsed.data;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
