import { html, useEffect, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { ConcordanceResponse } from '../../model/desk.ts';
import { api } from './api.ts';
import type { PanelProps } from './panel-props.ts';
import { routeTo } from './route.ts';
import { textOf } from './side-text.ts';
import { text } from './texts.ts';

const SEARCH_AFTER = 150;

/** Words in all sentences of the content, on either side. */
export function ConcordanceTab({ query, onQuery, info, locale, onUse }: PanelProps): VNode {
  const [everywhere, setEverywhere] = useState(false);
  const [answer, setAnswer] = useState<ConcordanceResponse | undefined>(undefined);
  const [trouble, setTrouble] = useState('');
  const [share, setShare] = useState(1);
  const { words, side } = query;
  useEffect(() => {
    if (words.trim() === '') {
      setAnswer(undefined);
      return undefined;
    }
    let isGone = false;
    const timer = setTimeout(() => {
      api.concordance(words, side, everywhere ? '' : (locale?.id ?? ''), (loaded) => !isGone && setShare(loaded)).then((found) => {
        if (isGone) return;
        setShare(1);
        setAnswer(found);
        setTrouble('');
      }, (error: Error) => !isGone && setTrouble(error.message));
    }, SEARCH_AFTER);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [words, side, everywhere, locale?.id]);
  return html`<div class="concordance">
    <div class="search">
      <label class="grow">${text('concordance.words')} <input type="search" value=${words} onInput=${(event: Event) => event.target instanceof HTMLInputElement && onQuery({ words: event.target.value, side })} ...${side === 'target' ? { lang: locale?.tag, dir: 'auto' } : {}} /></label>
      <label>${text('concordance.in')} <select value=${side} onChange=${(event: Event) => event.target instanceof HTMLSelectElement && onQuery({ words, side: event.target.value === 'target' ? 'target' : 'source' })}><option value="source" selected=${side === 'source'}>${info.sourceLocale.label}</option><option value="target" selected=${side === 'target'}>${everywhere ? text('concordance.targets') : locale?.label}</option></select></label>
      <label class="tick"><input type="checkbox" checked=${everywhere} onChange=${() => setEverywhere(!everywhere)} /> ${text('concordance.everywhere')}</label>
    </div>
    <p class="soft" role="status">${trouble || (share < 1 ? text('concordance.loading', { share: Math.round(share * 100) }) : answer ? text('concordance.found', { count: answer.total }) : text('concordance.hint'))}</p>
    <ul class="entries">${answer?.hits.map(({ entry, ranges }) => {
      const other = info.locales.find(({ id }) => id === entry.locale);
      return html`<li>
        <p class="soft">${everywhere && `${other?.label ?? entry.locale} · `}<a href=${routeTo(entry.locale, entry.path, entry.ordinal)} dir="ltr">${entry.path} ${entry.ordinal}</a></p>
        <p ...${textOf(info.sourceLocale)}>${side === 'source' ? hits(entry.source, ranges) : entry.source}</p>
        <p ...${textOf(other)}>${side === 'target' ? hits(entry.target, ranges) : entry.target}</p>
        ${entry.locale === locale?.id && html`<button type="button" class="small" onClick=${() => onUse(entry.target)}>${text('context.use')}</button>`}
      </li>`;
    })}</ul>
  </div>`;
}

function hits(words: string, ranges: ConcordanceResponse['hits'][number]['ranges']): readonly (VNode | string)[] {
  let at = 0;
  const parts = ranges.flatMap(({ start, end }) => {
    const part = [words.slice(at, start), html`<mark class="mark-hit">${words.slice(start, end)}</mark>`];
    at = end;
    return part;
  });
  return [...parts, words.slice(at)];
}
