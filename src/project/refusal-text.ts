import type { DeskRefusal } from '../model/desk.ts';
import type { ImportRefusal } from './import-outcome.ts';

/** Why a target was not taken, and what to do, in words. `detail`: the Markdown concerned. */
export function refusalText(reason: ImportRefusal, detail = ''): DeskRefusal {
  const [message, suggestion] = TEXTS[reason](detail);
  return { reason, message, suggestion };
}

const TEXTS: Readonly<Record<ImportRefusal, (detail: string) => readonly [message: string, suggestion?: string]>> = {
  'no-target': () => ['The translation is missing.', 'Write one, or leave the segment out of the file.'],
  'empty': () => ['A translation cannot be empty.', 'Restore the old text, or write what the original says.'],
  'unknown-code': () => ['It holds a code that the original does not have.', 'Use the codes of the original.'],
  'broken-pair': (detail) => [`The pair of ${shown(detail)} is torn apart or crosses another one.`, 'Put the beginning and the end of the pair around the words they belong to.'],
  'lost-code': (detail) => [`${shown(detail)} of the original is missing.`, 'Put it back: a reader needs it.'],
  'new-code': (detail) => [`${shown(detail)} is not in the original.`, 'Take it out, or have it added to the original first.'],
  'leftover-markup': (detail) => [`Bold or italic text was lost and its mark ${shown(detail)} is left as text.`, 'Take the mark out, or make the words bold again.'],
  'not-as-typed': () => ['Markdown would read this in another way than it was typed.', 'Move the punctuation out of the bold words, or put a blank beside them.'],
  'breaks-pairs': () => ['The file would be read as other segments.', 'Leave out span tags, and close every backtick.'],
  'damaged': () => ['The tags of this segment are damaged in the file.', 'Mend them in the file first; `interlinear validate` says where.'],
  'gone': () => ['The article has no such segment any more.', 'Load the article again.'],
  'unknown-article': () => ['There is no such article in this locale.', 'Check that the file belongs to this content; articles may have been moved since.'],
  'unknown-unit': () => ['The article has no such segment.', 'Export the article again and translate that file.'],
  'not-text': () => ['The text cannot be written into the metadata without changing more than it.', 'Change it in the file.'],
};

function shown(markdown: string): string {
  return markdown === '' ? 'A code' : `“${markdown.slice(0, 60)}”`;
}
