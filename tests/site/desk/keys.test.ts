import { expect, test } from 'vitest';
import { ACTION_IDS, ACTIONS, actionOf, keyName, rivals, type KeyChoice } from '../../../src/site/desk/keys.ts';

const FIRST: KeyChoice = { singleKeys: true, keys: {} };
const NO_SINGLE: KeyChoice = { singleKeys: false, keys: {} };

function press(key: string, more: Partial<KeyboardEvent> = {}): string {
  return keyName({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...more });
}

test.each([
  [press('a'), 'a'],
  [press('?', { shiftKey: true }), '?'],
  [press('Enter', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Enter'],
  [press('Enter', { metaKey: true }), 'Ctrl+Enter'],
  // macOS and Cyrillic layouts give other characters for the same key.
  [press('˚', { code: 'KeyK', altKey: true }), 'Alt+k'],
  [press('я', { code: 'KeyZ', ctrlKey: true }), 'Ctrl+z'],
  [press('Enter', { isComposing: true }), ''],
  [press('Shift', { shiftKey: true }), ''],
])('%s is %s', (name, expected) => {
  expect(name).toBe(expected);
});

test.each([
  ['Enter', ['row', 'article', 'desk'], false, FIRST, 'edit'],
  ['Enter', ['editor', 'article', 'desk'], true, FIRST, 'save'],
  ['a', ['row', 'article', 'desk'], false, FIRST, 'approve'],
  ['a', ['editor', 'article', 'desk'], true, FIRST, undefined],
  ['a', ['row', 'article', 'desk'], false, NO_SINGLE, undefined],
  ['Ctrl+Enter', ['row', 'article', 'desk'], false, NO_SINGLE, 'approve'],
  ['Alt+g', ['article', 'desk'], false, { singleKeys: true, keys: { approve: ['Alt+g'] } }, 'approve'],
  ['Ctrl+Enter', ['article', 'desk'], false, { singleKeys: true, keys: { approve: ['Alt+g'] } }, undefined],
] as const)('%s in %j (writing: %s) with %j: %s', (key, places, isWriting, choice, expected) => {
  expect(actionOf(key, places, isWriting, choice)).toBe(expected);
});

test('no key has two meanings in one place, and every action has one that is no single character', () => {
  for (const id of ACTION_IDS) for (const key of ACTIONS[id].keys) expect(rivals(id, key, FIRST).filter((other) => ACTIONS[other].place === ACTIONS[id].place), `${id} ${key}`).toEqual([]);
  expect(ACTION_IDS.filter((id) => ACTIONS[id].keys.every((key) => [...key].length === 1))).toEqual(['filter', 'openItem']);
});
