import type { Host } from '../model/host.ts';
import { parseSidecar, SIDECAR_ENDING, type Sidecar } from '../review/sidecar.ts';

/** What was said about an article, as it lies beside it. */
export interface ArticleReviews extends Sidecar {
  /** The file as it is; undefined when there is none. */
  readonly text: string | undefined;
  /** Why it cannot be read; then nothing is known, and nothing may be written over it. */
  readonly problem: string | undefined;
}

/** @param file absolute path of the article */
export function readReviews(host: Host, file: string): ArticleReviews {
  const read = host.readText(`${file}${SIDECAR_ENDING}`);
  if (read.kind === 'text') return { ...parseSidecar(read.text), text: read.text, problem: undefined };
  const problem = read.kind === 'invalid' ? `it is not UTF-8 (first wrong byte: ${read.at})` : read.isMissing === true ? undefined : read.reason;
  return { ...parseSidecar(undefined), text: undefined, problem };
}
