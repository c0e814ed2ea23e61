import type { Check, Example } from '../checks/define-check.ts';
import type { SiteConfig } from '../model/site.ts';
import { absoluteUrl } from '../views/alternates.ts';
import type { CheckListPage, CheckPage } from '../views/check-page.ts';
import type { PageBase } from '../views/shell.ts';
import { directionOf, scriptOf } from '../text/scripts.ts';
import { shellOf } from './article-page.ts';

/** Where the schema of the JSON report is published, below the base. */
export const SCHEMA_PATH = 'checks/findings.schema.json';

/** The reference of all checks. In English, whatever the site's languages. */
export function checkListPage(config: SiteConfig, checks: readonly Check[]): CheckListPage {
  return {
    ...englishPage(config, 'Checks', 'What Interlinear looks for in every article, and why.', 'checks/'),
    schemaUrl: config.base + SCHEMA_PATH,
    checks: checks.map(({ id, severity, summary, category }) => ({ id, severity, summary, category, url: `${config.base}checks/${id}/` })),
  };
}

export function checkPage(config: SiteConfig, check: Check): CheckPage {
  const { id, category, severity, summary, why, whatToDo, examples } = check;
  const reported = examples.find((example) => example.expected.length > 0)?.expected[0];
  return {
    ...englishPage(config, id, summary, `checks/${id}/`),
    listUrl: `${config.base}checks/`,
    check: {
      id,
      category,
      severity,
      summary,
      why: `${why}\n\n${whatToDo}`,
      message: reported && check.message(reported),
      examples: examples.map((example) => ({ name: example.name, inputs: inputsOf(example), findings: example.expected.map((args) => check.message(args)) })),
    },
  };
}

function inputsOf({ content }: Example): { label: string; text: string }[] {
  return typeof content === 'string' ? [{ label: 'de-de/guide.md', text: content }] : Object.entries(content).map(([label, text]) => ({ label, text }));
}

function englishPage(config: SiteConfig, title: string, description: string, path: string): PageBase {
  const english = config.locales.find(({ tag }) => tag.startsWith('en')) ?? { tag: 'en', id: 'en', dir: directionOf(scriptOf('en')), script: scriptOf('en'), label: 'English', folder: 'en' };
  const shell = shellOf(config, config.locales.includes(english) ? english.id : config.defaultLocale);
  return { shell: { ...shell, locale: english, multilingual: false }, title, description, canonical: absoluteUrl(config.base + path, config.origin), alternates: [], robots: config.robots, languages: [] };
}
