/** Digests of files that are asked for in every run. */
export interface FileDigests {
  /** Digest of a file's bytes; undefined when it cannot be read. @param file absolute path */
  of(file: string): string | undefined;
  /** Keeps for later runs what was asked for in this one. A failure to do so is not an error. */
  save(): void;
}
