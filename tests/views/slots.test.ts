import { expect, test } from 'vitest';
import { fillTemplate, markedSlots, slotMarker, splitTemplate } from '../../src/views/slots.ts';

test('a layout is cut at its markers and filled again', () => {
  const marked = markedSlots(['head', 'article']);
  const template = splitTemplate(`<head>${marked.head}</head><main>${marked.article}</main>`);
  expect(template).toEqual(['<head>', { slot: 'head' }, '</head><main>', { slot: 'article' }, '</main>']);
  expect(fillTemplate(template, { head: '<title>$& $1</title>', article: 'a' })).toBe('<head><title>$& $1</title></head><main>a</main>');
});

test('a marker inside a filled slot stays text', () => {
  const template = splitTemplate(slotMarker('article'));
  expect(fillTemplate(template, { article: slotMarker('head'), head: 'x' })).toBe(slotMarker('head'));
});
