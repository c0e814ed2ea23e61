import { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { Host } from '../model/host.ts';
import type { ContentMap } from './content-map.ts';
import { familyReader, type FamilyReader, type FamilyReading, type KnownOfPath } from './desk-reading.ts';

/** What a worker thread does for the desk, as calls. */
export interface DeskThread {
  readForDesk(input: { readonly path: string; readonly known: KnownOfPath }): FamilyReading | undefined;
  readonly [name: string]: (input: never) => unknown;
}

export function deskThread(host: Host, map: ContentMap): DeskThread {
  let reader: FamilyReader | undefined;
  return {
    readForDesk({ path, known }) {
      reader ??= familyReader({ host, map, cache: new MarkdownCache() });
      return reader.read(path, known, true);
    },
  };
}
