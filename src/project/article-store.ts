import { ingest } from '../ingest/ingest.ts';
import type { Article, SourceFile } from '../model/article.ts';
import type { Host } from '../model/host.ts';
import type { Inventory } from './inventory.ts';

/** Reads articles of the content by locale and path; each file is read and ingested once while it is kept. */
export interface ArticleStore {
  /** The file as text; says so when it cannot be read or is not UTF-8. */
  read(locale: string, path: string): SourceFile;
  /** The article, whoever of the site asks for it; undefined when there is none or its bytes are not text. */
  article(locale: string, path: string): Article | undefined;
  /** Puts an article in that was ingested elsewhere. */
  keep(article: Article): void;
  /** Forgets everything, or one article. */
  forget(locale?: string, path?: string): void;
}

/** Articles kept for those that refer to them; above this number all are forgotten, so that memory stays flat. */
const KEPT = 400;

export function createArticleStore(host: Host, locate: (file: string) => string, inventory: Inventory): ArticleStore {
  const articles = new Map<string, Article | undefined>();
  const store: ArticleStore = {
    read(locale, path) {
      const folder = inventory.locales.get(locale)?.locale.folder ?? locale;
      const file = folder === '.' ? path : `${folder}/${path}`;
      const read = host.readText(locate(file));
      if (read.kind === 'unreadable') return { locale, path, file, text: '', unreadable: read.reason };
      return { locale, path, file, text: read.kind === 'text' ? read.text : '', ...(read.kind === 'invalid' ? { invalidUtf8At: read.at } : {}) };
    },
    article(locale, path) {
      const key = `${locale}/${path}`;
      if (articles.has(key)) return articles.get(key);
      const known = inventory.locales.get(locale)?.byLowerCase.has(path.toLowerCase()) ?? false;
      const file = known ? store.read(locale, path) : undefined;
      const article = file === undefined || file.unreadable !== undefined || file.invalidUtf8At !== undefined ? undefined : ingest(file);
      remember(key, article);
      return article;
    },
    keep(article) {
      remember(`${article.locale}/${article.path}`, article);
    },
    forget(locale, path) {
      if (locale === undefined || path === undefined) articles.clear();
      else articles.delete(`${locale}/${path}`);
    },
  };
  return store;

  function remember(key: string, article: Article | undefined): void {
    if (articles.size >= KEPT) articles.clear();
    articles.set(key, article);
  }
}
