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
  'fail-on': { type: 'string', value: 'SEVERITY', description: 'exit with 1 at findings of this severity or above: error, warning, info, never' },
  format: { type: 'string', value: 'FORMAT', description: 'pretty or json', default: 'pretty' },
  all: { type: 'boolean', description: 'print every finding, not only the first 50' },
  port: { type: 'string', value: 'N', description: 'port to listen on', default: '4321' },
  host: { type: 'string', value: 'HOST', description: 'address to listen on', default: 'localhost' },
  workers: { type: 'string', value: 'N', description: 'threads to work with', default: 'one per core' },
  help: { type: 'boolean', description: 'this text' },
} as const satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof OPTIONS;
