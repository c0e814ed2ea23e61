import { keep, kept } from './keep.ts';

/**
 * Where a key counts. `row`: a row has the focus; `editor`: someone writes in it; `article`: anywhere in an article;
 * `queue`: in the queue; `desk`: everywhere.
 */
export type KeyPlace = 'desk' | 'queue' | 'article' | 'row' | 'editor';

interface ActionDefinition {
  readonly place: KeyPlace;
  readonly keys: readonly string[];
}

/** Every action with the place where it counts and its first keys. Names of the actions are texts of texts.ts. */
export const ACTIONS = {
  help: { place: 'desk', keys: ['?', 'F1'] },
  undo: { place: 'desk', keys: ['Ctrl+z'] },
  redo: { place: 'desk', keys: ['Ctrl+Shift+z', 'Ctrl+y'] },
  replace: { place: 'desk', keys: ['Alt+f'] },
  outbox: { place: 'desk', keys: ['Alt+Shift+o', 'o'] },
  toQueue: { place: 'article', keys: ['Alt+q', 'q'] },
  filter: { place: 'desk', keys: ['/'] },
  openItem: { place: 'queue', keys: ['n'] },
  export: { place: 'queue', keys: ['Alt+Shift+e', 'e'] },
  import: { place: 'queue', keys: ['Alt+Shift+i', 'i'] },
  edit: { place: 'row', keys: ['Enter', 'F2', 'e'] },
  nextRow: { place: 'article', keys: ['Alt+ArrowDown'] },
  previousRow: { place: 'article', keys: ['Alt+ArrowUp'] },
  save: { place: 'editor', keys: ['Enter'] },
  approve: { place: 'article', keys: ['Ctrl+Enter', 'a'] },
  finish: { place: 'article', keys: ['Ctrl+Shift+Enter', 'f'] },
  reopen: { place: 'article', keys: ['Alt+u', 'u'] },
  reject: { place: 'article', keys: ['Alt+r', 'r'] },
  comment: { place: 'article', keys: ['Alt+o', 'c'] },
  restore: { place: 'editor', keys: ['Escape'] },
  raw: { place: 'article', keys: ['Alt+m', 'm'] },
  insertCode: { place: 'editor', keys: ['Alt+c'] },
  copySource: { place: 'editor', keys: ['Alt+s'] },
  fix: { place: 'article', keys: ['Alt+x', 'x'] },
  repeats: { place: 'article', keys: ['Alt+p', 'p'] },
  concordance: { place: 'article', keys: ['Alt+k', 'k'] },
  nextOpen: { place: 'article', keys: ['Alt+n', 'n'] },
  previousOpen: { place: 'article', keys: ['Alt+Shift+n', 'b'] },
  nextArticle: { place: 'article', keys: ['Alt+PageDown', ']'] },
  previousArticle: { place: 'article', keys: ['Alt+PageUp', '['] },
  rule: { place: 'article', keys: ['Alt+i', 'i'] },
  page: { place: 'article', keys: ['Alt+1', '1'] },
  context: { place: 'article', keys: ['Alt+2', '2'] },
  languages: { place: 'article', keys: ['Alt+3', '3'] },
  panel: { place: 'article', keys: ['Alt+0', '0'] },
  otherPane: { place: 'article', keys: ['F6'] },
} as const satisfies Readonly<Record<string, ActionDefinition>>;

export type ActionId = keyof typeof ACTIONS;
export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[];

/** What the person has chosen. */
export interface KeyChoice {
  /** Keys without Ctrl or Alt count, where nobody writes (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly keys: Readonly<Partial<Record<ActionId, readonly string[]>>>;
}

export function keyChoice(): KeyChoice {
  return kept<KeyChoice>('keys') ?? { singleKeys: true, keys: {} };
}

export function chooseKeys(choice: KeyChoice): void {
  keep('keys', choice);
}

export function keysOf(id: ActionId, choice: KeyChoice): readonly string[] {
  return (choice.keys[id] ?? ACTIONS[id].keys).filter((key) => choice.singleKeys || !isSingle(key));
}

/** A printable character without Ctrl, Alt or Meta. */
export function isSingle(key: string): boolean {
  return [...key].length === 1;
}

/** Actions that a key would set off beside the named one. */
export function rivals(id: ActionId, key: string, choice: KeyChoice): ActionId[] {
  return ACTION_IDS.filter((other) => other !== id && (choice.keys[other] ?? ACTIONS[other].keys).includes(key) && meets(ACTIONS[id].place, ACTIONS[other].place));
}

/** keyName of Ctrl and k // => 'Ctrl+k'. Empty for a lone modifier, and while an input method composes. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>): string {
  if (event.isComposing || ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Dead', 'Process', 'Unidentified'].includes(event.key)) return '';
  // With Alt some layouts give other characters, and a layout of another script gives none of ours.
  const plain = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? /^Digit(\d)$/.exec(event.code)?.[1];
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  const key = isChord && plain !== undefined ? plain : [...event.key].length === 1 && isChord ? event.key.toLowerCase() : event.key === ' ' ? 'Space' : event.key;
  const shift = event.shiftKey && (isChord || [...event.key].length > 1);
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** The action that a key means here; undefined when none does. `places`: where the focus is, nearest first. */
export function actionOf(key: string, places: readonly KeyPlace[], isWriting: boolean, choice: KeyChoice): ActionId | undefined {
  if (key === '' || (isWriting && isSingle(key))) return undefined;
  for (const place of places) {
    const found = ACTION_IDS.find((id) => ACTIONS[id].place === place && keysOf(id, choice).includes(key));
    if (found !== undefined) return found;
  }
  return undefined;
}

const INSIDE: Readonly<Record<KeyPlace, readonly KeyPlace[]>> = { desk: ['desk'], queue: ['queue', 'desk'], article: ['article', 'desk'], row: ['row', 'article', 'desk'], editor: ['editor', 'article', 'desk'] };

function meets(a: KeyPlace, b: KeyPlace): boolean {
  return INSIDE[a].includes(b) || INSIDE[b].includes(a);
}
