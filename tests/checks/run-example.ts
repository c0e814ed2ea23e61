import { align } from '../../src/align/align.ts';
import type { Check, CheckInput, Example } from '../../src/checks/define-check.ts';
import { checks } from '../../src/checks/index.ts';
import { runChecks, selectChecks, sortFindings } from '../../src/checks/run-checks.ts';
import { articleReferences } from '../../src/checks/shared/article-references.ts';
import { handOff } from '../../src/ingest/hand-off.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { parseTocMarkdown } from '../../src/ingest/parse-toc-markdown.ts';
import { parseToc } from '../../src/ingest/parse-toc.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { Article, SourceFile } from '../../src/model/article.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { LinkTarget } from '../../src/model/site.ts';
import { mergeVariants, sourceVariants } from '../../src/project/source-variants.ts';
import { readSuppressions } from '../../src/project/read-suppressions.ts';
import { parseSidecar, SIDECAR_ENDING } from '../../src/review/sidecar.ts';
import { closest } from '../../src/text/closest.ts';
import { pageSlug, pageSlugs } from '../../src/project/page-slug.ts';
import { directionOf, scriptOf } from '../../src/text/scripts.ts';
import { missingTocTarget } from '../../src/project/missing-toc-target.ts';
import { pageFacts } from '../../src/project/page-facts.ts';
import { siteRedirects } from '../../src/project/redirects.ts';
import { openSite } from '../project/open-site.ts';
import { expandPairs } from './expand-pairs.ts';

const SOURCE = 'en-us';

/** Runs one check on the content of an example, read and aligned by the real stages. */
export function runExample(check: Check, example: Example): Finding[] {
  const files = filesOf(example);
  const set = selectChecks(check.isOptional ? { [check.id]: check.severity } : {}, [check]);
  return sortFindings(inputsOf(check, example, files).flatMap((input) => runChecks(set, input)));
}

function filesOf({ content, facts }: Example): SourceFile[] {
  const entries = typeof content === 'string' ? { 'de-de/guide.md': content } : content;
  return Object.entries(entries).map(([file, text]) => ({
    locale: file.slice(0, Math.max(0, file.indexOf('/'))),
    path: file.slice(file.indexOf('/') + 1),
    file,
    text: expandPairs(text),
    ...(facts?.invalidUtf8At !== undefined && { invalidUtf8At: facts.invalidUtf8At }),
    ...(facts?.unreadable !== undefined && { unreadable: facts.unreadable }),
  }));
}

function inputsOf(check: Check, example: Example, files: readonly SourceFile[]): CheckInput[] {
  const locales = new Map([...files.flatMap(({ locale }) => (locale === '' ? [] : [locale])), SOURCE].map((id) => [id, localeOf(id)]));
  const articles = files.filter(({ path }) => /\.mdx?$/.test(path)).map(ingest);
  switch (check.scope) {
    case 'article':
      return articles.map((article) => ({
        scope: 'article',
        article,
        handOff: handOff(article),
        locale: localeOf(article.locale),
        isSource: article.locale === SOURCE,
        ...(example.facts?.mdx && { mdx: example.facts.mdx }),
      }));
    case 'segment':
      return articles.filter(({ locale }) => locale !== SOURCE).flatMap((article) =>
        article.segments.map((segment) => ({
          scope: 'segment',
          segment,
          source: inlineText(segment.source),
          target: inlineText(segment.target),
          locale: localeOf(article.locale),
          sourceLocale: localeOf(SOURCE),
          article,
          settings: { terms: [], patterns: [], names: [], ...example.facts?.settings },
        })),
      );
    case 'family':
      return [...Map.groupBy(articles, ({ path }) => path)].map(([path, members]) => ({
        scope: 'family',
        family: align(path, members.map((article) => ({ article, handOff: handOff(article) })), { sourceLocale: SOURCE, locales: [...locales.keys()] }),
        locales,
      }));
    case 'reference':
      return articles.map((article) => referenceInput(article, articles, files));
    case 'file':
      return files.map((file) => ({ scope: 'file', file }));
    case 'toc': {
      const isMissing: ReturnType<typeof missingTocTarget> = (toc, href) => missingTocTarget(openSite(Object.fromEntries(files.map(({ file, text }) => [file, text]))))(toc, href);
      return files.filter(({ path }) => /(?:^|\/)toc\.(?:yml|md)$/i.test(path)).map(({ locale, path, file, text }) => {
        const { problems, links } = path.endsWith('.md') ? parseTocMarkdown(text) : parseToc(text);
        return { scope: 'toc', locale, path, file, problems, links, isMissing: (href) => isMissing({ locale, path }, href) };
      });
    }
    case 'review':
      return files.filter(({ path }) => path.endsWith(SIDECAR_ENDING)).map(({ locale, path, file, text }) => ({ scope: 'review', locale, path: path.slice(0, -SIDECAR_ENDING.length), file, problems: parseSidecar(text).damaged }));
    case 'repeats':
      return [{ scope: 'repeats', variants: mergeVariants(articles.flatMap((article) => sourceVariants(article, inlineText))) }];
    case 'suppression': {
      const known = checks.map(({ id }) => id);
      const silenced = example.facts?.silenced ?? [];
      const comments = articles.flatMap(readSuppressions).map((comment) => ({
        comment,
        rules: comment.rules.map((rule) => ({ rule, known: known.includes(rule), suggestion: closest(rule, known) ?? '', used: silenced.includes(rule) })),
      }));
      return [{ scope: 'suppression', comments }];
    }
    case 'redirect': {
      const map = openSite(Object.fromEntries(files.map(({ file, text }) => [file, text])));
      const families = [...Map.groupBy(articles, ({ path }) => path)].map(([path, members]) => align(path, members.map((article) => ({ article, handOff: handOff(article) })), { sourceLocale: SOURCE, locales: [...locales.keys()] }));
      return [{ scope: 'redirect', redirects: siteRedirects(map, families.flatMap((family) => pageFacts(family, map.config, new Map()))).facts }];
    }
    case 'site': {
      const { slugs } = pageSlugs(files.map(({ path }) => path));
      const entries = files.map(({ locale, path, file }) => ({ locale, path, file, slug: pageSlug(path), publishedAs: slugs.get(path) ?? '' }));
      return [{ scope: 'site', entries, refused: (example.facts?.refused ?? []).map(({ path: file, reason }) => ({ locale: file.slice(0, 5), path: file.slice(6), file, reason })) }];
    }
  }
}

function referenceInput(article: Article, articles: readonly Article[], files: readonly SourceFile[]): CheckInput {
  const articleAt = (locale: string, path: string): Article | undefined => articles.find((one) => one.locale === locale && one.path === path);
  const nearest = (path: string): Article | undefined => articleAt(article.locale, path) ?? articleAt(SOURCE, path);
  const resolveLink = (from: string, url: string): LinkTarget => {
    if (url.startsWith('/')) return { kind: 'missing', resolved: url };
    if (/^(?:[a-z]+:|~)/.test(url)) return { kind: 'external', url };
    const [written = '', fragment = ''] = url.split('#');
    if (written === '') return { kind: 'fragment', fragment };
    const path = new URL(written, `x://x/${from}`).pathname.slice(1);
    const found = nearest(path);
    if (found) return { kind: 'article', locale: found.locale, path, fragment, url };
    const file = files.find((one) => one.path === path && (one.locale === article.locale || one.locale === SOURCE));
    return file ? { kind: 'asset', file: file.file, url } : { kind: 'missing', resolved: path };
  };
  return {
    scope: 'reference',
    article,
    references: articleReferences(article),
    sourceLocale: SOURCE,
    resolveLink: (url) => resolveLink(article.path, url),
    anchorsOf: (locale, path) => {
      const found = articleAt(locale, path);
      return found && new Set([...found.text.matchAll(/<a name="([^"]*)">/g)].map(([, name = '']) => name).concat(found.segments.map(({ ordinal }) => `s${ordinal}`)));
    },
    includesOf: (path) => {
      const found = nearest(path);
      const includes = found ? articleReferences(found).filter(({ kind }) => kind === 'include') : [];
      return includes.flatMap(({ url }) => {
        const target = resolveLink(path, url);
        return target.kind === 'article' ? [target.path] : [];
      });
    },
  };
}

function localeOf(id: string): Locale {
  const tag = new Intl.Locale(id).baseName;
  const script = scriptOf(tag);
  return { tag, id, dir: directionOf(script), script, label: tag, folder: id };
}
