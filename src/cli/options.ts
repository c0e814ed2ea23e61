/** One row per option: feeds the parser, `--help` and the documentation. */
export interface OptionRow {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  /** Name of the value in the help text. */
  readonly value?: string;
  readonly description: string;
  /** For the help text; the code that reads the option holds the default itself. */
  readonly default?: string;
}

export const OPTIONS = {
  content: { type: 'string', value: 'DIR', description: 'folder that holds the locale folders', default: 'content, or INTERLINEAR_CONTENT' },
  config: { type: 'string', value: 'FILE', description: 'configuration file', default: 'site.yml in the content folder' },
  locale: { type: 'string', multiple: true, value: 'L', description: 'only these locales (repeat, or separate with commas)' },
  out: { type: 'string', value: 'DIR', description: 'folder of the finished site', default: 'dist' },
  base: { type: 'string', value: 'URL', description: 'path or address the site is published under', default: 'base or url of site.yml' },
  search: { type: 'boolean', description: 'without the search index (--no-search)' },
  cache: { type: 'boolean', description: 'start from nothing (--no-cache)' },
  'fail-on': { type: 'string', value: 'SEVERITY', description: 'exit with 1 at findings of this severity or above: error, warning, info, never; with a baseline also new' },
  strict: { type: 'boolean', description: 'fail at errors of the content or of the finished site, and leave the old site' },
  format: { type: 'string', value: 'FORMAT', description: 'what is printed', default: 'pretty' },
  report: { type: 'string', multiple: true, value: 'FORMAT=FILE', description: 'write a report to a file, - for the standard output (repeat)' },
  baseline: { type: 'string', value: 'FILE', description: 'findings that are known and not reported', default: 'interlinear-baseline.json, where it exists' },
  'update-baseline': { type: 'boolean', description: 'write the baseline anew from what is found now' },
  record: { type: 'boolean', description: 'add the counts to interlinear-history.jsonl' },
  'changed-since': { type: 'string', value: 'REF', description: 'only articles that changed since the branch left this git ref' },
  all: { type: 'boolean', description: 'print every finding, not only the first 50' },
  port: { type: 'string', value: 'N', description: 'port to listen on', default: '4321' },
  host: { type: 'string', value: 'HOST', description: 'address to listen on', default: 'localhost' },
  workers: { type: 'string', value: 'N', description: 'threads to work with', default: 'one per core' },
  rule: { type: 'string', multiple: true, value: 'R', description: 'only these rules (repeat, or separate with commas)' },
  'dry-run': { type: 'boolean', description: 'show what would change, and write nothing' },
  fix: { type: 'boolean', description: 'first fix what can be fixed, as `interlinear fix` does' },
  views: { type: 'string', value: 'FILE', description: 'page views by path, a CSV file, to work on what is read most' },
  only: { type: 'string', value: 'KIND', description: 'only these segments: untranslated, findings, stale, not-reviewed' },
  'one-file': { type: 'boolean', description: 'one file per locale, as is usual' },
  'per-article': { type: 'boolean', description: 'a file per article, in folders as the articles are' },
  kit: { type: 'string', value: 'TOOL', description: 'a project for a tool: omegat' },
  'trust-states': { type: 'boolean', description: 'take what is approved in the file as reviewed' },
  'accept-source': { type: 'boolean', description: 'take translations that equal their original' },
  shard: { type: 'string', value: 'I/N', description: 'build only part I of N, to be put together by `interlinear merge`; off: the whole site', default: 'CI_NODE_INDEX of CI_NODE_TOTAL, or JOB_COMPLETION_INDEX, where a CI sets them' },
  'shard-count': { type: 'string', value: 'N', description: 'number of parts, where JOB_COMPLETION_INDEX says which one this is', default: 'JOB_COMPLETIONS' },
  'host-limits': { type: 'string', value: 'HOST', description: 'limits that the site is held to: cloudflare-pages, cloudflare-pages-paid, github-pages, none', default: 'hosting of site.yml' },
  help: { type: 'boolean', description: 'this text' },
} as const satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof OPTIONS;
