import type { LocaleStatus, SectionStatus, StatusCounts, StatusRecord } from '../model/status.ts';
import { head } from './head.ts';
import { html, render, safeUrl, type Html } from './html.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { languageMenu } from './language-menu.ts';
import type { SectionSlot } from './page-slots.ts';
import { sidebar } from './sidebar.ts';
import type { StatusPage } from './status-page.ts';
import type { Ui } from './ui.ts';

/** HTML of every slot of the section layout, for the status of the translations. Charts are drawn here and need no script. */
export function statusSlots(page: StatusPage, ui: Ui): Record<SectionSlot, string> {
  return {
    head: render(html`${head(page, 'website')}
<link rel="stylesheet" href="${safeUrl(page.styleUrl)}">`),
    languages: render(languageMenu(page.languages, ui)),
    breadcrumbs: render(breadcrumbs(page.breadcrumbs, page.shell, ui)),
    sidebar: render(sidebar(page.sidebar, ui)),
    listing: render(content(page)),
  };
}

function content({ title, description, status, labels, history, badgesUrl }: StatusPage): Html {
  const { locales } = status;
  return html`<article id="article" class="status" lang="en" dir="ltr"><h1>${title}</h1><p class="lead">${description ?? ''}</p>
<div class="status-scroll" tabindex="0" role="group" aria-label="All locales"><table><caption>All locales</caption><thead><tr><th scope="col">Locale</th>${HEADS.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead><tbody>${locales.map(
    (one) => html`<tr><th scope="row"><a href="#${one.locale}" lang="${one.locale}" dir="auto">${labels[one.locale] ?? one.locale}</a></th>${cells(one)}</tr>`,
  )}</tbody></table></div>
${locales.map((one) => localeSection(one, labels[one.locale] ?? one.locale, history, badgesUrl))}</article>`;
}

const HEADS = ['Articles', 'Translated', 'Segments', 'Words', 'Machine', 'Human', 'Reviewed', 'Stale', 'Errors', 'Warnings'];

function cells({ articles, translated, segments, words, machine, human, reviewed, stale, findings }: StatusCounts): Html[] {
  return [articles, translated, segments, words, machine, human, reviewed, stale, findings.error, findings.warning].map((value) => html`<td class="number">${thousands(value)}</td>`);
}

function localeSection(status: LocaleStatus, label: string, history: readonly StatusRecord[], badgesUrl: string): Html {
  const { locale, sections } = status;
  return html`<section><h2 id="${locale}"><span lang="${locale}" dir="auto">${label}</span></h2>${progressBar(status)}${trend(locale, history)}
<details><summary>By section</summary><div class="status-scroll" tabindex="0" role="group" aria-label="Sections of ${label}"><table><thead><tr><th scope="col">Section</th>${HEADS.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead><tbody>${sections.map(
    (section: SectionStatus) => html`<tr><th scope="row">${section.section === '' ? 'Top' : section.section}</th>${cells(section)}</tr>`,
  )}</tbody></table></div></details>
<p class="status-badge"><img src="${safeUrl(`${badgesUrl}${locale}.svg`)}" alt="Badge: ${badgeMessage(status)}" width="${badgeWidth(status)}" height="20"></p></section>`;
}

/** One bar: what is current, what is stale, what is missing. The numbers stand beside it. */
function progressBar({ locale, articles, translated, stale }: LocaleStatus): Html {
  const whole = Math.max(1, articles, translated);
  const [current, missing] = [translated - stale, Math.max(0, articles - translated)];
  const width = (count: number): number => Math.round((count / whole) * 10_000) / 100;
  return html`<figure class="status-chart"><svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-labelledby="${locale}-bar ${locale}-bar-text"><title id="${locale}-bar">Translated articles</title><desc id="${locale}-bar-text">${current} current, ${stale} stale, ${missing} missing.</desc><rect class="status-current" width="${width(current)}" height="4"/><rect class="status-stale" x="${width(current)}" width="${width(stale)}" height="4"/><rect class="status-missing" x="${width(translated)}" width="${width(missing)}" height="4"/></svg>
<figcaption><ul><li class="status-current">${thousands(current)} current</li><li class="status-stale">${thousands(stale)} stale</li><li class="status-missing">${thousands(missing)} missing</li></ul></figcaption></figure>`;
}

/** Records beyond these make no line that can be read. */
const SHOWN_RECORDS = 120;

/** The share of translated articles over time, with the numbers in a table beside it. */
function trend(locale: string, history: readonly StatusRecord[]): Html | false {
  const points = history.slice(-SHOWN_RECORDS).flatMap(({ date, locales }) => {
    const counts = locales[locale];
    return counts ? [{ date, share: percent(counts), stale: counts.stale }] : [];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return false;
  const days = (date: string): number => Date.parse(date) / 86_400_000;
  const span = Math.max(1, days(last.date) - days(first.date));
  const line = points.map(({ date, share }) => `${Math.round(((days(date) - days(first.date)) / span) * 1000) / 10},${Math.round((100 - share) * 3) / 10}`).join(' ');
  return html`<figure class="status-chart"><svg class="status-trend" viewBox="0 -1 100 32" preserveAspectRatio="none" role="img" aria-labelledby="${locale}-trend ${locale}-trend-text"><title id="${locale}-trend">Translated articles over time</title><desc id="${locale}-trend-text">From ${first.share} % on ${first.date} to ${last.share} % on ${last.date}.</desc><polyline points="${line}" vector-effect="non-scaling-stroke"/></svg>
<figcaption>${first.date}: ${first.share} % – ${last.date}: ${last.share} %</figcaption><details><summary>Numbers</summary><table><thead><tr><th scope="col">Day</th><th scope="col" class="number">Translated</th><th scope="col" class="number">Stale</th></tr></thead><tbody>${points.map(
    ({ date, share, stale }) => html`<tr><th scope="row">${date}</th><td class="number">${share} %</td><td class="number">${thousands(stale)}</td></tr>`,
  )}</tbody></table></details></figure>`;
}

/** Whole percent; never 100 while something is missing. */
export function percent({ articles, translated }: StatusCounts): number {
  return articles === 0 ? 100 : Math.min(100, Math.floor((translated / articles) * 100));
}

/** badgeMessage(status) // => '92% translated, 3 stale' */
export function badgeMessage(status: StatusCounts): string {
  return `${percent(status)}% translated${status.stale > 0 ? `, ${status.stale} stale` : ''}`;
}

/** Pixels that a character takes on average in the badge's font. */
const CHARACTER = 6.6;

/** The badge of a locale as SVG, in the shape that READMEs know. */
export function badgeSvg(status: LocaleStatus): string {
  const [label, message] = [status.locale, badgeMessage(status)];
  const [left, width] = [textWidth(label), badgeWidth(status)];
  return `${render(html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${label}: ${message}"><title>${label}: ${message}</title><rect width="${width}" height="20" rx="3" fill="#39424e"/><path fill="${badgeColor(status)}" d="M${left} 0h${width - left - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${left}z"/><g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11"><text x="${left / 2}" y="14">${label}</text><text x="${left + (width - left) / 2}" y="14">${message}</text></g></svg>`)}\n`;
}

/** The same for https://shields.io/badges/endpoint-badge. */
export function badgeJson(status: LocaleStatus): string {
  return `${JSON.stringify({ schemaVersion: 1, label: status.locale, message: badgeMessage(status), color: badgeColor(status) })}\n`;
}

function badgeWidth(status: LocaleStatus): number {
  return textWidth(status.locale) + textWidth(badgeMessage(status));
}

function textWidth(text: string): number {
  return Math.round(text.length * CHARACTER) + 12;
}

/** White text is readable on each (WCAG AA). */
function badgeColor(status: StatusCounts): string {
  const share = percent(status);
  return share >= 95 && status.stale === 0 ? '#2d6a2f' : share >= 80 ? '#4d6b1f' : share >= 50 ? '#855700' : '#b3261e';
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
