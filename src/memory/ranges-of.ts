import { searchFold } from '../text/search-words.ts';

/**
 * Where the folded words stand in a text as written. Offsets: UTF-16 code units, 0-based. Overlapping finds are left out.
 * rangesOf('Wählen', 'wahl') // => [{ start: 0, end: 4 }]
 */
export function rangesOf(written: string, wanted: string): { start: number; end: number }[] {
  const offsets: number[] = [];
  let text = '';
  let at = 0;
  for (const { segment } of new Intl.Segmenter('und').segment(written)) {
    const folded = searchFold(segment);
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) offsets.push(at);
    at += segment.length;
  }
  offsets.push(at);
  const ranges: { start: number; end: number }[] = [];
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + wanted.length)) {
    ranges.push({ start: offsets[from] ?? at, end: offsets[from + wanted.length] ?? at });
  }
  return ranges;
}
