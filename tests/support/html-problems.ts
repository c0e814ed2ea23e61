import { HtmlValidate } from 'html-validate';
import type { SitePage } from './read-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of style, decided by Astro's serialiser and ours.
    'no-trailing-whitespace': 'off', 'void-style': 'off', 'doctype-style': 'off', 'attr-quotes': 'off', 'no-raw-characters': 'off', 'no-inline-style': 'off',
    // A title longer than search engines show is still the article's title.
    'long-title': 'off',
  },
});

/** What is not valid HTML on a page, one line each. */
export async function htmlProblems(page: SitePage): Promise<string[]> {
  const { results } = await validator.validateString(page.html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${page.url}:${line} ${ruleId}: ${message}`));
}
