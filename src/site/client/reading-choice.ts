import { recall } from './remember.ts';

/** Chooses the reading mode that was chosen before, where the page has a choice. */
export function chooseReadingMode(): void {
  const radio = document.getElementById(`x-${recall('mode')}`);
  if (radio instanceof HTMLInputElement && radio.name === 'x-mode') radio.checked = true;
}

/** `translation`, `demand`, `both` or `original`; undefined on a page that has no choice. */
export function readingMode(): string | undefined {
  return document.querySelector<HTMLInputElement>('[name=x-mode]:checked')?.value;
}
