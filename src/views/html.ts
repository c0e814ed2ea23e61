import { escapeHtml } from '../text/escape-html.ts';

const MARK: unique symbol = Symbol('html');

/** HTML that is safe to publish: made by {@link html} or vouched for by {@link trusted}. */
export interface Html {
  readonly [MARK]: string;
}

export type HtmlValue = string | number | Html | readonly HtmlValue[] | undefined | false;

/**
 * Template tag for HTML: every value is escaped unless it is {@link Html} already. Lists are joined,
 * `undefined` and `false` give nothing. Attributes must be written with double quotes.
 * html`<b title="${'"'}">${'<'}</b>` // => <b title="&quot;">&lt;</b>
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index++) text += toText(values[index]) + (strings[index + 1] ?? '');
  return { [MARK]: text };
}

/** Takes text as HTML as it is. Only for the output of our own pipeline, which is sanitised there. */
export function trusted(text: string): Html {
  return { [MARK]: text };
}

/** The finished text. */
export function render(value: HtmlValue): string {
  return toText(value);
}

/**
 * A URL that a link may carry: http, https, mailto, tel, or without a scheme; anything else gives `#`.
 * safeUrl('javascript:alert(1)') // => '#'
 */
export function safeUrl(url: string): string {
  if (url.startsWith('/') || url.startsWith('#') || !url.includes(':')) return url;
  // Browsers drop control characters and blanks before they read the scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme) ? url : '#';
}

function toText(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (isHtml(value)) return value[MARK];
  let text = '';
  for (const item of value) text += toText(item);
  return text;
}

function isHtml(value: Html | readonly HtmlValue[]): value is Html {
  return MARK in value;
}
