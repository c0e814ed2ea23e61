import type { ArticleDiff, ContentDiff, SegmentDiff } from '../model/content-diff.ts';
import type { DiffPart } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import { markdownCode, markdownText, withinSize } from './markdown-text.ts';
import { COMMENT_SIZE } from './markdown.ts';

/** Characters of a text that did not change, shown around what did. */
const CONTEXT = 60;

/** The diff as a comment for a pull request: progress, findings, then the articles as long as there is room. */
export function diffToMarkdown(diff: ContentDiff, limit = COMMENT_SIZE): string {
  const { articles, newFindings, fixedFindings, progress } = diff;
  if (articles.length === 0) return `## Content\n\nNo article changed since ${markdownCode(diff.ref)}.\n`;
  const locales = new Set(articles.map(({ locale }) => locale)).size;
  const head = [
    `## Content\n\n${plural(articles.length, 'article', 'articles')} in ${plural(locales, 'locale', 'locales')} changed since ${markdownCode(diff.ref)}; ${plural(newFindings.length, 'new finding', 'new findings')}, ${fixedFindings.length} fixed.\n`,
    `\n| Locale | Translated | Stale of these | Changed | New | Removed |\n| --- | ---: | ---: | ---: | ---: | ---: |\n`,
    ...progress.map(({ locale, before, after }) => {
      const mine = articles.filter((article) => article.locale === locale).flatMap(({ segments }) => segments);
      const counts = (['changed', 'new', 'removed'] as const).map((kind) => mine.filter((segment) => segment.kind === kind).length);
      return `| ${markdownText(locale)} | ${arrow(`${before.translated} / ${before.families}`, `${after.translated} / ${after.families}`)} | ${arrow(`${before.stale}`, `${after.stale}`)} | ${counts.join(' | ')} |\n`;
    }),
  ];
  const blocks = [...head, ...findingBlocks('New findings', newFindings), ...findingBlocks('Fixed findings', fixedFindings), ...articles.flatMap(articleBlocks)];
  return withinSize(blocks, limit, () => '\n_The rest is not shown here: the comment has its size. `interlinear diff --format html` shows all._\n');
}

function findingBlocks(title: string, findings: readonly Finding[]): string[] {
  return findings.map(({ severity, rule, file, line, message }, index) => `${index === 0 ? `\n### ${title}\n\n` : ''}- **${severity}** ${markdownCode(rule)} ${markdownCode(`${file}:${line}`)}: ${markdownText(message)}\n`);
}

function articleBlocks({ file, kind, url, segments }: ArticleDiff): string[] {
  const name = url === undefined ? markdownCode(file) : `[${markdownCode(file)}](${linkUrl(url)})`;
  const note = kind === 'changed' ? (segments.length === 0 ? ': only its metadata or structure changed' : '') : `: ${kind}`;
  return [`\n#### ${name}${note}\n\n`, ...(kind === 'removed' ? [] : segments.map(segmentBlock))];
}

function segmentBlock({ kind, ordinal, target, source, url }: SegmentDiff): string {
  const name = ordinal === undefined ? '' : url === undefined ? `${markdownCode(`s${ordinal}`)} ` : `[${markdownCode(`s${ordinal}`)}](${linkUrl(url)}) `;
  const original = source.length === 0 ? '' : `  <br>source: ${parts(source)}`;
  return `- ${name}${kind === 'changed' ? '' : `**${kind}** `}${parts(target)}${original}\n`;
}

function parts(diff: readonly DiffPart[]): string {
  return diff
    .map(({ kind, text }, index) => {
      if (kind === 'added') return `<ins>${markdownText(text)}</ins>`;
      if (kind === 'removed') return `<del>${markdownText(text)}</del>`;
      return markdownText(shortened(text, index === 0, index === diff.length - 1));
    })
    .join('');
}

/** Leaves out the middle of what did not change, and what lies far before or behind. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = Array.from(text);
  const [head, tail] = [isFirst ? 0 : CONTEXT, isLast ? 0 : CONTEXT];
  if ((isFirst && isLast) || characters.length <= head + tail + 20) return text;
  return `${characters.slice(0, head).join('')} … ${characters.slice(characters.length - tail).join('')}`;
}

/** A URL that ends no Markdown link. */
function linkUrl(url: string): string {
  return url.replace(/[\s()<>[\]\\]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}

function arrow(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
