import type { ExchangeFile, ExchangeUnit } from '../model/exchange.ts';
import { codeUnit, type CodedPiece, type CodeType } from './coded-side.ts';
import { xliff2State } from './states.ts';
import { attributes, xmlSafe, xmlText } from './xml.ts';

/**
 * XLIFF 2.0 or 2.1 of one locale, a `<file>` per article (INTERCHANGE.md §3.2). Yields pieces, so that the size of
 * an export costs no memory. All files must have the same tags; the first says them.
 */
export function* writeXliff2(files: Iterable<ExchangeFile>, version: '2.0' | '2.1'): Generator<string> {
  let number = 0;
  for (const file of files) {
    number += 1;
    if (number === 1) yield head(file, version);
    yield `<file${attributes({ id: `f${number}`, original: file.path, srcDir: file.sourceDir, trgDir: file.targetDir, 'xml:space': 'preserve' })}>\n`;
    for (const unit of file.units) yield writeUnit(unit, version, `lqi${number}-${unit.id}`);
    yield '</file>\n';
  }
  if (number > 0) yield '</xliff>\n';
}

function head({ sourceTag, targetTag }: ExchangeFile, version: '2.0' | '2.1'): string {
  // Symfony's reader takes 2.1 only when the version of ITS stands first.
  const its = version === '2.1' ? ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"' : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"${its}${attributes({ version, srcLang: sourceTag, trgLang: targetTag })}>\n`;
}

/** `issuesId` is unique in the document, as XML ids are. */
function writeUnit(unit: ExchangeUnit, version: '2.0' | '2.1', issuesId: string): string {
  const { source, target } = codeUnit(unit.source, unit.target);
  const data = new OriginalData();
  const sourceXml = side(source, data);
  const targetXml = side(target, data);
  const issues = version === '2.1' ? unit.notes.filter(({ itsType }) => itsType !== undefined) : [];
  const body = issues.length === 0 ? targetXml : `<mrk id="m1" type="its:any" its:locQualityIssuesRef="#its=${issuesId}">${targetXml}</mrk>`;
  return `<unit${attributes({ id: unit.id })}>\n${qualityIssues(issuesId, issues)}${metadata(unit)}${notes(unit)}${data.write()}<segment${attributes(xliff2State(unit))}>\n<source>${sourceXml}</source>\n<target>${body}</target>\n</segment>\n</unit>\n`;
}

function metadata({ sourceHash, targetHash, provenance }: ExchangeUnit): string {
  const origin = provenance === undefined ? '' : `<mda:meta type="provenance">${provenance}</mda:meta>`;
  return `<mda:metadata><mda:metaGroup category="interlinear"><mda:meta type="source-hash">${sourceHash}</mda:meta><mda:meta type="target-hash">${targetHash}</mda:meta>${origin}</mda:metaGroup></mda:metadata>\n`;
}

function notes({ notes: list }: ExchangeUnit): string {
  if (list.length === 0) return '';
  const items = list.map(({ category, text, priority }) => `<note${attributes({ category, appliesTo: category === 'qa' ? 'target' : undefined, priority })}>${xmlText(xmlSafe(text))}</note>`);
  return `<notes>${items.join('')}</notes>\n`;
}

function qualityIssues(id: string, issues: ExchangeUnit['notes']): string {
  if (issues.length === 0) return '';
  const items = issues.map(({ itsType, text, priority }) => `<its:locQualityIssue${attributes({ locQualityIssueType: itsType, locQualityIssueComment: text, locQualityIssueSeverity: ITS_SEVERITY[priority] })}/>`);
  return `<its:locQualityIssues xml:id="${id}">${items.join('')}</its:locQualityIssues>\n`;
}

const ITS_SEVERITY = { 1: 100, 2: 66, 3: 33 } as const;

/** The Markdown behind the codes of a unit, each text once. */
class OriginalData {
  readonly #ids = new Map<string, string>();

  ref(native: string): string {
    const known = this.#ids.get(native);
    if (known !== undefined) return known;
    const id = `d${this.#ids.size + 1}`;
    this.#ids.set(native, id);
    return id;
  }

  write(): string {
    if (this.#ids.size === 0) return '';
    return `<originalData>${[...this.#ids].map(([native, id]) => `<data id="${id}">${withCodePoints(native)}</data>`).join('')}</originalData>\n`;
  }
}

/** Characters that XML cannot hold, as elements of XLIFF; halves of surrogate pairs have none. */
function withCodePoints(native: string): string {
  return xmlText(native.toWellFormed().replace(/[\uFFFE\uFFFF]/g, '\uFFFD')).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, (character) => `<cp hex="${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`);
}

function side(pieces: readonly CodedPiece[], data: OriginalData): string {
  let xml = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') xml += xmlText(piece);
    else if (piece.kind === 'end') xml += '</pc>';
    else if (piece.kind === 'start') xml += `<pc${attributes({ id: piece.id, ...KINDS[piece.type], dataRefStart: data.ref(piece.before), dataRefEnd: data.ref(piece.after), dispStart: piece.before, dispEnd: piece.after })}>`;
    else xml += `<ph${attributes({ id: piece.id, ...KINDS[piece.type], dataRef: data.ref(piece.native), disp: piece.shown })}/>`;
  }
  return xml;
}

const KINDS: Readonly<Record<CodeType, { readonly type: string; readonly subType: string }>> = {
  strong: { type: 'fmt', subType: 'xlf:b' },
  emphasis: { type: 'fmt', subType: 'xlf:i' },
  strikethrough: { type: 'fmt', subType: 'md:del' },
  link: { type: 'link', subType: 'md:link' },
  image: { type: 'image', subType: 'md:image' },
  html: { type: 'other', subType: 'md:html' },
  code: { type: 'other', subType: 'md:code' },
  escape: { type: 'other', subType: 'md:esc' },
  entity: { type: 'other', subType: 'md:ent' },
  autolink: { type: 'link', subType: 'md:autolink' },
  break: { type: 'fmt', subType: 'md:softbreak' },
  'line-break': { type: 'fmt', subType: 'xlf:lb' },
  character: { type: 'other', subType: 'md:char' },
};
