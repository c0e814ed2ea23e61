/** A layout rendered once: its text in order, interrupted by slots. */
export type Template = readonly (string | { readonly slot: string })[];

/**
 * What a layout prints where a slot's HTML belongs. A comment, so that it may stand in `<head>` and in
 * the body; it cannot come from a text of the site, because texts are escaped.
 * slotMarker('article') // => '<!--interlinear:slot:article-->'
 */
export function slotMarker(name: string): string {
  return `<!--interlinear:slot:${name}-->`;
}

/** Slots of one layout, each holding its own marker: what the template pages pass to a layout. */
export function markedSlots<Name extends string>(names: readonly Name[]): Record<Name, string> {
  const slots: Partial<Record<Name, string>> = {};
  for (const name of names) slots[name] = slotMarker(name);
  return slots as Record<Name, string>;
}

/** Cuts a rendered layout at its markers. splitTemplate('a<!--interlinear:slot:x-->b') // => ['a', { slot: 'x' }, 'b'] */
export function splitTemplate(page: string): Template {
  return page
    .split(/<!--interlinear:slot:([a-z-]+)-->/)
    .map((part, index) => (index % 2 === 0 ? part : { slot: part }));
}

/** The page: a template with its slots filled. A slot without a value stays empty. */
export function fillTemplate(template: Template, slots: Readonly<Record<string, string>>): string {
  let page = '';
  for (const part of template) page += typeof part === 'string' ? part : (slots[part.slot] ?? '');
  return page;
}
