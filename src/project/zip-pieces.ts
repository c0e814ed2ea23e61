import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ZippedFile {
  /** Path inside the archive. */
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** A ZIP archive in pieces, made as they are asked for. Equal files give equal bytes: none has a time of its own. */
export function* zipPieces(files: Iterable<ZippedFile>): Generator<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  for (const { name, pieces } of files) {
    const entry = new ZipDeflate(name);
    // The first year that the format knows.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    for (const piece of pieces) {
      entry.push(strToU8(piece));
      yield* take();
    }
    entry.push(new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();

  function take(): readonly Uint8Array[] {
    const chunks = made;
    made = [];
    return chunks;
  }
}
