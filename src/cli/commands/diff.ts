import { createHash } from 'node:crypto';
import { hostAt } from '../../host/host-at.ts';
import { createNodeHost } from '../../host/node-host.ts';
import type { ContentDiff } from '../../model/content-diff.ts';
import { UserError } from '../../model/user-error.ts';
import { contentDiff } from '../../project/content-diff.ts';
import type { ContentMap } from '../../project/content-map.ts';
import { touchedPaths } from '../../project/touched-paths.ts';
import { diffToMarkdown } from '../../report/diff-markdown.ts';
import { closest } from '../../text/closest.ts';
import { diffPage } from '../../views/diff-page.ts';
import { changedSince } from '../changed-since.ts';
import type { Command } from '../command.ts';
import { openProject } from '../open-project.ts';
import { pageStyles } from '../page-styles.ts';

const FORMATS = ['markdown', 'json', 'html'] as const;

export const diff: Command = {
  name: 'diff',
  summary: 'Show what a change does to the content: segments, findings, progress.',
  arguments: '<ref>',
  options: ['content', 'config', 'locale', 'base', 'format'],
  details: [
    'Compares the files here with the commit at which the branch left a git ref: per article and locale the changed,',
    'new and removed segments word by word, findings new and fixed, and how far the translations are.',
    'Links to the pages need `url` in site.yml, or --base with the address of a preview.',
    '',
    'Formats: markdown (default; fits a comment on a pull request), json, html.',
    '',
    'Examples:',
    '  interlinear diff origin/main',
    '  interlinear diff HEAD~3 --format html > diff.html',
    '  interlinear diff origin/main --base https://preview.example.com/pr-12/ > comment.md',
  ].join('\n'),
  async run({ options, args, terminal }) {
    const [ref] = args;
    if (ref === undefined) throw new UserError('`interlinear diff` needs a git ref to compare with.', 'For example `interlinear diff origin/main`.');
    const format = readFormat(options.format);
    const host = createNodeHost();
    const map = openProject(host, options);
    const { repository, changes, paths, files } = changedSince(host, map, ref);
    const oldHost = hostAt(host, repository, changes, map.root);
    const oldMap = openBefore(() => openProject(oldHost, options), map);
    const before = { host: oldHost, map: oldMap, paths: touchedPaths(oldHost, oldMap, files) };
    const wanted = new Set([...before.paths, ...paths]);
    const part = (state: ContentMap): string[] => state.paths.filter((path) => wanted.has(path));
    const found = contentDiff({ ...before, paths: part(oldMap) }, { host, map, paths: part(map) }, files, ref, changes.base);
    terminal.out(formatDiff(found, format, map).trimEnd());
    return 0;
  },
};

/** A content that could not be opened then, e.g. because it did not exist, is shown as new. */
function openBefore(open: () => ContentMap, now: ContentMap): ContentMap {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const locales = new Map([...now.inventory.locales].map(([id, files]) => [id, { ...files, articles: [], tocs: [], byLowerCase: new Map() }]));
    return { ...now, paths: [], slugs: new Map(), families: new Map(), inventory: { ...now.inventory, files: new Set(), locales } };
  }
}

function readFormat(option: string | undefined): (typeof FORMATS)[number] {
  const format = FORMATS.find((candidate) => candidate === (option ?? 'markdown'));
  if (format) return format;
  const guess = closest(option ?? '', FORMATS);
  throw new UserError(`\`interlinear diff\` has no format "${option ?? ''}".`, guess ? `Did you mean "${guess}"?` : `Allowed: ${FORMATS.join(', ')}.`);
}

function formatDiff(found: ContentDiff, format: (typeof FORMATS)[number], { config }: ContentMap): string {
  if (format === 'markdown') return diffToMarkdown(found);
  if (format === 'json') return JSON.stringify(found, null, 2);
  const styles = pageStyles();
  return diffPage(found, {
    styles,
    policy: `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'; base-uri 'none'; form-action 'none'`,
    locales: Object.fromEntries(config.locales.map(({ id, tag, dir, label }) => [id, { lang: tag, dir, label }])),
    sourceLocale: config.sourceLocale,
  });
}
