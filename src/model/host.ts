/** Everything the tool asks of the machine. Implemented in host/; the rest of the code receives it. */
export interface Host {
  /**
   * All files below a folder, sorted by path. Symbolic links are followed only while they stay inside the folder.
   * @throws {UserError} when the folder does not exist or cannot be read
   */
  listFiles(folder: string): FolderListing;
  /** The decoded text of a file, byte order mark kept. */
  readText(file: string): TextRead;
  /** The bytes of a file, or undefined when it cannot be read. */
  readBytes(file: string): Uint8Array | undefined;
  /** Writes a file of the output, making its folders. Bytes are the caller's again afterwards. */
  writeOutput(file: string, content: string | Uint8Array): void;
}

export interface FolderListing {
  /** POSIX paths relative to the folder, sorted by UTF-16 code units. */
  readonly files: readonly string[];
  /** Links that lead outside the folder, and entries that could not be read; neither is in `files`. */
  readonly refused: readonly RefusedEntry[];
}

export interface RefusedEntry {
  readonly path: string;
  /** `cycle`: a link to a folder above it, or one that stands behind too many other links. */
  readonly reason: 'outside' | 'unreadable' | 'broken-link' | 'cycle';
}

export type TextRead =
  | { readonly kind: 'text'; readonly text: string }
  /** The bytes are not UTF-8 from this 0-based byte offset on. */
  | { readonly kind: 'invalid'; readonly at: number }
  /** `isMissing`: there is no such file, which is another thing than one that cannot be read. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly isMissing?: boolean };
