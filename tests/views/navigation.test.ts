import { expect, test } from 'vitest';
import type { NavNode } from '../../src/model/site.ts';
import { homeSections } from '../../src/views/home-page.ts';
import { render } from '../../src/views/html.ts';
import { ancestorsAt, indexNavigation, neighboursAt, sidebarAt, type SidebarNode } from '../../src/views/navigation.ts';
import { sidebar } from '../../src/views/sidebar.ts';
import { uiFor } from '../../src/views/ui.ts';

const node = (name: string, items: readonly NavNode[] = []): NavNode => ({ title: name, url: `/${name}/`, path: `${name}.md`, items });
const heading = (title: string, items: readonly NavNode[]): NavNode => ({ title, url: undefined, path: undefined, items });
const tree = [node('a', [node('a1'), node('a2')]), heading('b', [node('b1', [node('b11')]), node('b2')]), node('c')];
const many = (count: number): NavNode[] => Array.from({ length: count }, (_, index) => node(`n${index}`));

/** `a(a1 *a2*) b c`: open lists in brackets, the current page between stars, `+3` for a list that is cut. */
function outline(nodes: readonly SidebarNode[]): string {
  return nodes.map((each) => {
    if (each.kind === 'more') return `+${each.count}`;
    const name = each.current ? `*${each.title}*` : each.title;
    return each.items.length === 0 ? name : `${name}(${outline(each.items)})`;
  }).join(' ');
}

test.each([
  ['/a/', '*a*(a1 a2) b c'],
  ['/a2/', 'a(a1 *a2*) b c'],
  ['/b11/', 'a b(b1(*b11*) b2) c'],
  ['/nowhere/', 'a b c'],
])('the way to %s is open', (url, expected) => {
  expect(outline(sidebarAt(indexNavigation(tree), url, '/'))).toBe(expected);
});

test('a closed heading without a page leads to the first page below it', () => {
  expect(sidebarAt(indexNavigation(tree), '/c/', '/')[1]).toMatchObject({ title: 'b', url: '/b1/' });
  expect(sidebarAt(indexNavigation(tree), '/b1/', '/')[1]).toMatchObject({ title: 'b', url: undefined });
});

test.each([0, 1500, 2999])('the sidebar does not grow with the number of siblings (page %i)', (at) => {
  const index = indexNavigation([heading('top', many(3000)), ...tree]);
  const nodes = sidebarAt(index, `/n${at}/`, '/home/');
  expect(outline(nodes)).toContain(`*n${at}*`);
  expect(outline(nodes)).toContain('+3000');
  expect(render(sidebar(nodes, uiFor({ tag: 'vi-VN' }))).length).toBeLessThan(2000);
});

test('nesting of any depth is read', () => {
  let deep = node('leaf');
  for (let level = 0; level < 10_000; level++) deep = node(`l${level}`, [deep]);
  const index = indexNavigation([deep]);
  expect(ancestorsAt(index, '/leaf/')).toHaveLength(10_000);
  expect(render(sidebar(sidebarAt(index, '/leaf/', '/'), uiFor({ tag: 'en' }))).length).toBeLessThan(2000);
});

test.each([
  ['/a/', undefined, 'a1'],
  ['/a2/', 'a1', 'b1'],
  ['/c/', 'b2', undefined],
  ['/nowhere/', undefined, undefined],
])('neighbours of %s', (url, previous, next) => {
  const found = neighboursAt(indexNavigation(tree), url);
  expect([found.previous?.title, found.next?.title]).toEqual([previous, next]);
});

test('breadcrumbs are the nodes above', () => {
  expect(ancestorsAt(indexNavigation(tree), '/b11/').map(({ title }) => title)).toEqual(['b', 'b1']);
});

test('the home page lists whole what has no page of its own', () => {
  const sections = homeSections([node('x'), node('with-page', many(30)), heading('without', many(30))], new Set());
  expect(sections.map(({ title, items, count }) => [title, items.length, count])).toEqual([[undefined, 1, 1], ['with-page', 8, 30], ['without', 30, 30]]);
});

test('the home page counts the articles below a section, not its entries, and marks what is not translated', () => {
  const [section] = homeSections([node('a', [node('b', many(3)), node('c')])], new Set(['/c/']));
  expect([section?.count, section?.more, section?.items.map(({ missing }) => missing)]).toEqual([5, false, [false, true]]);
});
