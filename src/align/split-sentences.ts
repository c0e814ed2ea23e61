const MARKER = /^\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s|<|$))\s*/;
const LINE_BREAK = /<\/?br\s*[/\\]?>/i;
const FENCE = /^\s*(`{3,}|~{3,})/;

/** Made when a text is first split: it takes as long as thousands of segments, and most runs split none. */
let segmenter: Intl.Segmenter | undefined;

/** Longer blocks are not prose: they stay in one piece. */
const LONGEST_BLOCK = 100_000;

/** Sentences of one block of plain text, without the white space between them. */
function splitSentences(text: string): string[] {
  if (text.length > LONGEST_BLOCK) return [text.trim()];
  const sentences: string[] = [];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  for (const { segment, index } of segmenter.segment(maskMarkup(text))) {
    const sentence = text.slice(index, index + segment.length).trim();
    if (sentence !== '') sentences.push(sentence);
  }
  return sentences;
}

/** Text of the same length in which no mark within a URL ends a sentence, and closing emphasis belongs to the sentence before. */
function maskMarkup(text: string): string {
  return text
    .replace(/[.?!]?\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)?(?=[\s)])/g, (url) => 'x'.repeat(url.length))
    .replace(/([.?!:])([*_`]+)(?![\p{L}\p{N}])/gu, (_, mark: string, closing: string) => mark + '"'.repeat(closing.length));
}

/** countSentences('Select **Save**. Then close.') // => 2 */
export function countSentences(text: string): number {
  return text === '' ? 0 : Math.max(1, splitSentences(text.replace(/\s+/g, ' ')).length);
}

/**
 * Sentences of a plain Markdown body in reading order, as written apart from line breaks: what a translator
 * would get. Code blocks, alert markers, includes and images that stand alone give none. Reads block structure
 * line by line: good enough to compare with segments, not to render.
 */
export function markdownSentences(body: string): string[] {
  const sentences: string[] = [];
  let paragraph: string[] = [];
  let fence: string | undefined;
  const flush = (): void => {
    if (paragraph.length > 0) sentences.push(...splitSentences(paragraph.join(' ')));
    paragraph = [];
  };
  for (const line of withoutComments(body).split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark !== undefined && !line.slice(line.indexOf(mark) + mark.length).includes('`')) {
      flush();
      fence = mark;
      continue;
    }
    const text = withoutMarkers(line);
    if (text !== line.trim() || isBare(text)) flush();
    if (isBare(text)) continue;
    if (text.startsWith('|')) {
      flush();
      for (const cell of text.split('|')) if (!/^[\s:-]*$/.test(cell)) sentences.push(...cell.split(LINE_BREAK).flatMap(splitSentences));
      continue;
    }
    text.split(LINE_BREAK).forEach((piece, index) => {
      if (index > 0) flush();
      if (piece.trim() !== '') paragraph.push(piece.trim());
    });
    if (/^\s*(?:>\s*)*#{1,6}\s/.test(line)) flush();
  }
  flush();
  return sentences;
}

/** Lines without words to translate: blank, rules, alert markers, includes, directives, images, definitions, code. */
function isBare(text: string): boolean {
  return /^(?:[-*_=\s|:]*|\[![^\]]*\](?:\([^)]*\))?|\[!INCLUDE.*|:::.*|!\[[^\]]*\]\([^)]*\)|<[^<>]*>|\[[^\]]*\]:.*|`[^`]*`)$/i.test(text);
}

function withoutMarkers(line: string): string {
  let rest = line;
  for (let depth = 0; depth < 16 && MARKER.test(rest); depth++) rest = rest.replace(MARKER, '');
  return rest.replace(/<a (?:name|id)="[^"<>]*">\s*<\/a>/g, '').trim();
}

function withoutComments(body: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = body.indexOf('<!--', at);
    const close = open < 0 ? -1 : body.indexOf('-->', open);
    if (close < 0) return text + body.slice(at);
    text += body.slice(at, open);
    at = close + 3;
  }
}
