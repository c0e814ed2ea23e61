import { html, safeUrl, type Html } from './html.ts';
import type { LanguageLink, LanguageMark } from './shell.ts';
import { uiLanguage } from './ui-language.ts';
import type { Ui } from './ui.ts';

/** The list inside the language menu: each language in its own name, with what its reader will find. */
export function languageMenu(languages: readonly LanguageLink[], ui: Ui): Html {
  return html`<ul class="languages">${languages.map((language) => item(language, ui))}</ul>`;
}

function item({ locale, url, current, marks, keeps, pivot }: LanguageLink, ui: Ui): Html {
  return html`<li><a href="${safeUrl(url)}" hreflang="${locale.tag}"${keeps !== undefined && html` data-keeps="${keeps}"`}${pivot === true && html` data-pivot`}${current && html` aria-current="true"`}><span lang="${locale.tag}" dir="${locale.dir}">${locale.label}</span>${
    marks.map((mark) => html` <small class="mark mark-${mark}"${uiLanguage(ui)}>${ui.text(MARKS[mark])}</small>`)}</a></li>`;
}

const MARKS = { machine: 'mark-machine', stale: 'mark-stale', missing: 'mark-missing' } as const satisfies Record<LanguageMark, string>;
