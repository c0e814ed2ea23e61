import type { ReaderTexts } from '../../model/reader-texts.ts';

const known = new Map<string, Promise<ReaderTexts>>();

/** Interface texts in the language of a locale, e.g. `vi-VN`. Rejects when they cannot be loaded; the next call tries again. */
export function readerTexts(tag: string): Promise<ReaderTexts> {
  const asked = known.get(tag) ?? load(tag);
  known.set(tag, asked);
  asked.catch(() => known.delete(tag));
  return asked;
}

async function load(tag: string): Promise<ReaderTexts> {
  const response = await fetch(`${import.meta.env.BASE_URL}${tag.toLowerCase()}/reader.json`);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
