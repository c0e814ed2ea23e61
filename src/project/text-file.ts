/** A text file of the output beside the pages; `path` is relative to the output folder. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}
