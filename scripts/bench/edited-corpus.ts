import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFiles } from './article-files.ts';

export interface EditedCorpus {
  /** The content, a copy. */
  readonly content: string;
  /** Working folder of the commands: what they keep for later runs stands there. */
  readonly folder: string;
  /** Adds a letter to one sentence of one article. */
  edit(): void;
}

/** Sentences of which the first one is edited: the end of a target, in an article that has one. */
const TARGET_END = /(<span data-ttu-id="[^"]*">[^<]*[^<\s])(?=<\/span><span class="sxs-lookup">)/g;

/** Copies a corpus, so that one sentence of it can be edited again and again. */
export function makeEditedCorpus(corpus: string, locale: string, scratch: string): EditedCorpus {
  const folder = join(scratch, 'later-runs');
  const content = join(folder, 'content');
  mkdirSync(folder, { recursive: true });
  cpSync(corpus, content, { recursive: true });
  const articles = articleFiles(join(content, locale));
  // Neither the first nor the last one; its last sentence, because the first is its title.
  const article = articles.slice(articles.length >> 2).find((file) => (readFileSync(join(content, locale, file), 'utf8').match(TARGET_END)?.length ?? 0) > 3);
  if (article === undefined) throw new Error(`${locale} has no article with four plain sentences.`);
  const file = join(content, locale, article);
  return {
    content,
    folder,
    edit() {
      const text = readFileSync(file, 'utf8');
      const last = [...text.matchAll(TARGET_END)].at(-1);
      if (!last) throw new Error(`${file} has no sentence any more.`);
      const at = last.index + last[0].length;
      writeFileSync(file, `${text.slice(0, at)}x${text.slice(at)}`);
    },
  };
}
