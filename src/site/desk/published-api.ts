import type { BitextFile, CheckResponse, DeskArticle, DeskInfo, DeskRow, QueueItem, SaveChange, SaveResult } from '../../model/desk.ts';
import type { BrowserDesk, DeskRules } from '../../project/browser-desk.ts';
import { addressOf, DeskError, type DeskApi } from './api.ts';
import type { KeptDraft } from './keep.ts';
import type { Outbox, PendingChange } from './outbox.ts';
import { text } from './texts.ts';

/** Files that are fetched side by side. */
const SIDE_BY_SIDE = 6;

/**
 * The published desk: it reads the site's files, checks in the browser, and what is saved waits in the outbox.
 * @param folder address of the desk's files, with a slash at its end
 */
export function publishedApi(folder: string, outbox: Outbox): DeskApi {
  const articles = new Map<string, DeskArticle>();
  const loading = new Map<string, Promise<void>>();
  /** Locales whose bitext is in memory. */
  const learnt = new Set<string>();
  let info: Promise<DeskInfo> | undefined;
  let tools: Promise<BrowserDesk> | undefined;
  let memory: BrowserDesk | undefined;
  const deskInfo = (): Promise<DeskInfo> => (info ??= read<DeskInfo>('desk'));

  return {
    outbox,
    desk: deskInfo,
    queue: (locale) => read<readonly QueueItem[]>(`queue/${encodeURIComponent(locale)}`),
    async article(locale, path) {
      // The site may have been published again since.
      const article = await articleOf(locale, path, true);
      return { ...article, rows: await Promise.all(article.rows.map((row) => rowNow(article, row))) };
    },
    async context(locale, path, ordinal, isWide) {
      const article = await articleOf(locale, path);
      const row = shownRow(article, ordinal);
      if (!row) throw new DeskError(text('published.unknown'));
      const desk = await ready();
      if (isWide) await learn(desk, [locale], () => {});
      const others = await Promise.all((article.others ?? []).map((other) => articleOf(other, path).catch(() => undefined)));
      return desk.context(article, row, others.flatMap((other) => other ?? []));
    },
    async concordance(words, side, locale, onProgress) {
      const desk = await ready();
      await learn(desk, locale === '' ? (await deskInfo()).locales.map(({ id }) => id) : [locale], onProgress);
      return desk.concordance({ words, side, locale: locale === '' ? undefined : locale });
    },
    async check({ locale, path, ordinal, edit }) {
      const article = await articleOf(locale, path);
      const row = shownRow(article, ordinal);
      if (!row) throw new DeskError(text('published.unknown'));
      return (await ready()).check(article, row, edit);
    },
    async save({ by, changes }) {
      const results: SaveResult[] = [];
      for (const change of changes) results.push(await keep(change, by).catch((error: Error) => ({ kind: 'failed', message: error.message }) as const));
      return { results };
    },
    async replace(request) {
      const desk = await ready();
      await learn(desk, [request.locale], () => {});
      return desk.replace(request);
    },
    preview: (locale, path) => `${folder.replace(/review\/data\/$/, '')}${encodeURIComponent(locale)}/${articles.get(`${locale}/${path}`)?.slug ?? ''}`,
    held(locale, path) {
      const article = articles.get(`${locale}/${path}`);
      return new Map((article?.rows ?? []).flatMap((row): [string, KeptDraft][] => {
        const change = outbox.get({ locale, path, ordinal: row.ordinal });
        if (!change?.after || isBasis(change, row)) return [];
        return [[row.ordinal, { draft: { kind: 'raw', text: change.after.raw }, source: change.source.hash, target: change.before.hash }]];
      }));
    },
    release: (place) => outbox.remove(place),
  };

  async function keep({ locale, path, ordinal, source, target, edit, state, rejection, comment }: SaveChange, by: string): Promise<SaveResult> {
    const article = await articleOf(locale, path);
    const published = article.rows.find((row) => row.ordinal === ordinal);
    const shown = shownRow(article, ordinal);
    if (!published || !shown) return { kind: 'gone', message: text('published.unknown') };
    if (source !== shown.source.hash || target !== shown.target.hash) return { kind: 'conflict', row: await rowNow(article, published) };
    const place = { locale, path, ordinal };
    const checked: CheckResponse | undefined = edit && (await ready()).check(article, shown, edit);
    if (checked?.refused) return { kind: 'refused', refusal: checked.refused };
    const after = checked?.target ?? shown.target;
    const isEdited = after.hash !== shown.target.hash;
    const known = pendingOf(article, published);
    const words = comment?.trim() ?? '';
    const isBack = after.hash === published.target.hash;
    const change: PendingChange = {
      ...place,
      file: article.file,
      line: published.line,
      slug: article.slug,
      source: { raw: published.source.raw, hash: published.source.hash },
      before: { raw: published.target.raw, hash: published.target.hash },
      after: isBack ? undefined : after,
      state: state ?? (isEdited ? 'translated' : shown.state),
      provenance: isBack ? published.provenance : 'edited',
      rejection: rejection === null ? undefined : (rejection ?? (isEdited ? undefined : shown.rejection)),
      comments: [...(known?.comments ?? []), ...(words === '' ? [] : [{ text: words, ...(by && { by }) }])],
      by,
    };
    await (isNothing(change, published) ? outbox.remove(place) : outbox.put(change));
    return { kind: 'saved', row: await rowNow(article, published) };
  }

  /** A row with what waits for it. */
  async function rowNow(article: DeskArticle, row: DeskRow): Promise<DeskRow> {
    const shown = overlaid(article, row);
    const repeats = memory && learnt.has(article.locale) ? memory.repeats(row.source.raw, article.locale) : row.repeats;
    if (shown.target.hash === row.target.hash) return { ...shown, repeats };
    const { findings } = (await ready()).check(article, shown, { kind: 'raw', text: shown.target.raw });
    return { ...shown, findings, repeats };
  }

  function shownRow(article: DeskArticle, ordinal: string): DeskRow | undefined {
    const row = article.rows.find((each) => each.ordinal === ordinal);
    return row && overlaid(article, row);
  }

  function overlaid(article: DeskArticle, row: DeskRow): DeskRow {
    const change = pendingOf(article, row);
    if (!change) return row;
    const { after = row.target, state, provenance, rejection, comments } = change;
    return { ...row, target: after, state, provenance, rejection, comments: [...row.comments, ...comments], isPending: true };
  }

  /** What waits for a row, as long as its texts are those that the change was made on. */
  function pendingOf({ locale, path }: DeskArticle, row: DeskRow): PendingChange | undefined {
    const change = outbox.get({ locale, path, ordinal: row.ordinal });
    return change && isBasis(change, row) ? change : undefined;
  }

  async function articleOf(locale: string, path: string, isFresh = false): Promise<DeskArticle> {
    const key = `${locale}/${path}`;
    const known = isFresh ? undefined : articles.get(key);
    if (known) return known;
    const article = await read<DeskArticle>(`article/${addressOf(locale, path)}`);
    articles.set(key, article);
    // What was published as it was wished needs to wait no longer.
    for (const row of article.rows) {
      const change = outbox.get({ locale, path, ordinal: row.ordinal });
      const left = change && stillWanted(change, row);
      if (change && !left) await outbox.remove(change);
      else if (left && left !== change) await outbox.put(left);
    }
    return article;
  }

  /** The checks and the memory: a part of the program that is loaded when the first article is open. */
  function ready(): Promise<BrowserDesk> {
    tools ??= Promise.all([import('../../project/browser-desk.ts'), read<DeskRules>('rules')]).then(([{ createBrowserDesk }, rules]) => (memory = createBrowserDesk(rules)));
    tools.catch(() => { tools = undefined; });
    return tools;
  }

  /** Loads the bitext of some locales, each once. */
  async function learn(desk: BrowserDesk, locales: readonly string[], onProgress: (share: number) => void): Promise<void> {
    const { published } = await deskInfo();
    const files = locales.flatMap((locale) => Array.from({ length: published?.bitext[locale] ?? 0 }, (_, number) => ({ locale, number })));
    let done = 0;
    const left = [...files];
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let file = left.shift(); file !== undefined; file = left.shift()) {
        const { locale, number } = file;
        const name = `bitext/${encodeURIComponent(locale)}/${number}`;
        const reading = loading.get(name) ?? read<BitextFile>(name).then((bitext) => desk.learn(locale, bitext));
        loading.set(name, reading);
        reading.catch(() => loading.delete(name));
        await reading;
        done += 1;
        onProgress(done / files.length);
      }
    }));
    for (const locale of locales) learnt.add(locale);
  }

  async function read<Answer>(name: string): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch(`${folder}${name}.json`, { cache: 'no-cache' });
    } catch {
      throw new DeskError(text('published.gone'));
    }
    if (!response.ok) throw new DeskError(text(response.status === 404 ? 'published.unknown' : 'published.gone'));
    return (await response.json()) as Answer;
  }
}

/** Whether a change was made on the texts that are published. */
function isBasis({ source, before }: PendingChange, row: DeskRow): boolean {
  return source.hash === row.source.hash && before.hash === row.target.hash;
}

/** What of a change the site does not say yet; undefined when it says all. */
function stillWanted(change: PendingChange, { source, target, state, provenance, rejection, comments }: DeskRow): PendingChange | undefined {
  if (change.source.hash !== source.hash || (change.after ?? change.before).hash !== target.hash) return change;
  const words = change.comments.filter(({ text: word }) => !comments.some((known) => known.text === word));
  if (state === change.state && sameRejection({ rejection }, change) && words.length === 0) return undefined;
  // Its text is there; what was said of it is not.
  return change.after ? { ...change, before: { raw: target.raw, hash: target.hash }, after: undefined, provenance, comments: words } : change;
}

function isNothing({ after, state, rejection, comments }: PendingChange, row: DeskRow): boolean {
  return after === undefined && state === row.state && sameRejection(row, { rejection }) && comments.length === 0;
}

function sameRejection(a: Pick<DeskRow, 'rejection'>, b: Pick<DeskRow, 'rejection'>): boolean {
  return a.rejection?.category === b.rejection?.category && a.rejection?.severity === b.rejection?.severity && a.rejection?.note === b.rejection?.note;
}
