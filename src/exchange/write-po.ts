import { po, type GetTextTranslationRecord } from 'gettext-parser';
import type { ExchangeFile, ExchangeUnit } from '../model/exchange.ts';
import { unitState } from './unit-state.ts';

/** A gettext catalogue of one locale; the context of an entry names its article and unit. Texts are Markdown. */
export function* writePo(files: Iterable<ExchangeFile>): Generator<string> {
  const translations: GetTextTranslationRecord = {};
  let language: { readonly targetTag: string; readonly locale: string } | undefined;
  for (const file of files) {
    language ??= file;
    for (const unit of file.units) {
      const context = `${file.path}#${unit.id}`;
      translations[context] = {
        [unit.source.raw]: {
          msgctxt: context,
          msgid: unit.source.raw,
          msgstr: [unit.target.raw],
          comments: { extracted: [facts(unit), ...unit.notes.map(({ text }) => text)].join('\n'), reference: `${file.path}:${unit.id}`, ...(unit.rejection && { flag: 'fuzzy' }) },
        },
      };
    }
  }
  if (!language) return;
  const headers = { 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': '8bit', Language: language.targetTag, 'X-Interlinear-Locale': language.locale };
  yield `${po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 }).toString('utf8').trimEnd()}\n`;
}

/** One line of facts that survives the way through an editor, see read-po.ts. */
function facts(unit: ExchangeUnit): string {
  return `interlinear: state=${unitState(unit)} provenance=${unit.provenance ?? ''} source-hash=${unit.sourceHash} target-hash=${unit.targetHash}`;
}
