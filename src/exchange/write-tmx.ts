import type { ExchangeFile, ExchangeUnit } from '../model/exchange.ts';
import { codeUnit, type CodedPiece, type CodeType } from './coded-side.ts';
import { unitState } from './unit-state.ts';
import { attributes, xmlSafe, xmlText } from './xml.ts';

/**
 * TMX 1.4b of one locale, valid against its DTD. The first letters of the codes' types are those that OmegaT gives to
 * the codes of our XLIFF 1.2, so that its matches carry them (INTERCHANGE.md §1.2). Yields pieces.
 */
export function* writeTmx(files: Iterable<ExchangeFile>, version: string): Generator<string> {
  let any = false;
  for (const file of files) {
    if (!any) yield `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header${attributes({ creationtool: 'Interlinear', creationtoolversion: version, segtype: 'sentence', 'o-tmf': 'interlinear', adminlang: 'en', srclang: file.sourceTag, datatype: 'plaintext' })}/>\n<body>\n`;
    any = true;
    for (const unit of file.units) yield writeUnit(unit, file);
  }
  if (any) yield '</body>\n</tmx>\n';
}

function writeUnit(unit: ExchangeUnit, { path, locale, sourceTag, targetTag }: ExchangeFile): string {
  const { source, target } = codeUnit(unit.source, unit.target);
  const props = { locale, path, unit: unit.id, state: unitState(unit), provenance: unit.provenance, 'source-hash': unit.sourceHash, 'target-hash': unit.targetHash };
  const notes = unit.notes.map(({ text }) => `<note>${xmlText(xmlSafe(text))}</note>\n`);
  const written = Object.entries(props).map(([name, value]) => (value === undefined ? '' : `<prop type="x-${name}">${xmlText(xmlSafe(value))}</prop>\n`));
  return `<tu${attributes({ tuid: `${path}#${unit.id}` })}>\n${notes.join('')}${written.join('')}<tuv xml:lang="${sourceTag}"><seg>${segment(source)}</seg></tuv>\n<tuv xml:lang="${targetTag}"><seg>${segment(target)}</seg></tuv>\n</tu>\n`;
}

function segment(pieces: readonly CodedPiece[]): string {
  let xml = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') xml += xmlText(piece);
    else if (piece.kind === 'end') xml += `<ept i="${piece.id}">${xmlText(xmlSafe(piece.after))}</ept>`;
    else if (piece.kind === 'start') xml += `<bpt i="${piece.id}" x="${piece.id}" type="g-${NAMES[piece.type]}">${xmlText(xmlSafe(piece.before))}</bpt>`;
    else xml += `<ph x="${piece.id}" type="x-${NAMES[piece.type]}">${xmlText(xmlSafe(piece.native))}</ph>`;
  }
  return xml;
}

const NAMES: Readonly<Record<CodeType, string>> = {
  strong: 'bold', emphasis: 'italic', strikethrough: 'del', link: 'link', image: 'image', html: 'html', code: 'code',
  escape: 'esc', entity: 'ent', autolink: 'autolink', break: 'softbreak', 'line-break': 'lb', character: 'char',
};
