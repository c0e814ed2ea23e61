import type { ExchangeFile, ExchangeUnit } from '../model/exchange.ts';
import { codeUnit, type CodedPiece, type CodeType } from './coded-side.ts';
import { xliff1State } from './states.ts';
import { attributes, xmlSafe, xmlText } from './xml.ts';

export interface Xliff1Options {
  /** `gx`: codes are empty or enclosing elements; `ops`: bpt, ept and ph that hold the Markdown, as Microsoft's memories do. */
  readonly codes: 'gx' | 'ops';
  /** For tools that translate what stands in `<target>`: it holds the source (INTERCHANGE.md §1.2). */
  readonly sourceAsTarget?: boolean;
}

/** XLIFF 1.2, strict, of one locale, a `<file>` per article. Yields pieces. */
export function* writeXliff1(files: Iterable<ExchangeFile>, options: Xliff1Options): Generator<string> {
  let any = false;
  for (const { path, sourceTag, targetTag, units } of files) {
    if (!any) yield '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n';
    any = true;
    yield `<file${attributes({ original: path, 'source-language': sourceTag, 'target-language': targetTag, datatype: 'x-markdown', 'tool-id': 'interlinear', 'xml:space': 'preserve' })}>\n<header><tool tool-id="interlinear" tool-name="Interlinear"/></header>\n<body>\n`;
    for (const unit of units) yield writeUnit(unit, options);
    yield '</body>\n</file>\n';
  }
  if (any) yield '</xliff>\n';
}

function writeUnit(unit: ExchangeUnit, { codes, sourceAsTarget = false }: Xliff1Options): string {
  const coded = codeUnit(unit.source, unit.target);
  const write = codes === 'gx' ? elements : tags;
  const { approved, state, qualifier } = xliff1State(unit);
  const target = write(sourceAsTarget ? coded.source : coded.target);
  const notes = unit.notes.map(({ category, text, priority }) => `<note${attributes({ from: `interlinear-${category}`, annotates: category === 'qa' ? 'target' : 'general', priority })}>${xmlText(xmlSafe(text))}</note>\n`);
  return `<trans-unit${attributes({ id: unit.id, approved: sourceAsTarget ? undefined : approved, 'xml:space': 'preserve', extradata: `source-hash:${unit.sourceHash} target-hash:${unit.targetHash}` })}>\n<source>${write(coded.source)}</source>\n<target${attributes(sourceAsTarget ? {} : { state, 'state-qualifier': qualifier })}>${target}</target>\n${notes.join('')}</trans-unit>\n`;
}

function elements(pieces: readonly CodedPiece[]): string {
  let xml = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') xml += xmlText(piece);
    else if (piece.kind === 'end') xml += '</g>';
    else if (piece.kind === 'start') xml += `<g${attributes({ id: piece.id, ctype: PAIRED[piece.type] })}>`;
    else xml += `<x${attributes({ id: piece.id, ctype: SINGLE[piece.type], 'equiv-text': piece.shown })}/>`;
  }
  return xml;
}

function tags(pieces: readonly CodedPiece[]): string {
  let xml = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') xml += xmlText(piece);
    else if (piece.kind === 'end') xml += `<ept${attributes({ id: piece.id, rid: piece.id })}>${xmlText(xmlSafe(piece.after))}</ept>`;
    else if (piece.kind === 'start') xml += `<bpt${attributes({ id: piece.id, rid: piece.id, ctype: PAIRED[piece.type] })}>${xmlText(xmlSafe(piece.before))}</bpt>`;
    else xml += `<ph${attributes({ id: piece.id, ctype: SINGLE[piece.type] })}>${xmlText(xmlSafe(piece.native))}</ph>`;
  }
  return xml;
}

/** The strict schema knows `image` only for places and `link` only for pairs. */
const PAIRED: Readonly<Record<CodeType, string>> = {
  strong: 'bold', emphasis: 'italic', strikethrough: 'x-md-del', link: 'link', image: 'x-md-image', html: 'x-md-html',
  code: 'x-md-code', escape: 'x-md-esc', entity: 'x-md-ent', autolink: 'x-md-autolink', break: 'x-md-softbreak', 'line-break': 'x-md-lb', character: 'x-md-char',
};
const SINGLE: Readonly<Record<CodeType, string>> = { ...PAIRED, strong: 'x-md-b', emphasis: 'x-md-i', link: 'x-md-link', image: 'image', 'line-break': 'lb' };
