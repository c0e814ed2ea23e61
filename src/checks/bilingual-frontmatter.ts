import { defineCheck } from './define-check.ts';

/** `used`: the block is YAML all the same. */
type Args = { readonly used: boolean };

export default defineCheck<Args>({
  id: 'bilingual-frontmatter',
  category: 'metadata',
  scope: 'article',
  severity: 'error',
  summary: 'No pairs stand in the frontmatter.',
  why: 'Frontmatter is data, not text. Pairs around its lines keep it from being read: title, description, source version and robots rules are lost. Pairs inside values are read here, with a warning, but other tools show their tags.',
  whatToDo: 'Write the frontmatter as plain YAML: the keys in English, the values of `title` and `description` translated, no `<span>`.',
  message: ({ used }) =>
    used
      ? 'Pairs stand in values of the frontmatter. The targets are used, but other tools show the tags. Write the translated values without `<span>`.'
      : 'Pairs stand in the frontmatter, so that it is not YAML and none of it is used. Restore the keys and write the translated values without `<span>`.',
  examples: [
    { name: 'translated values', content: '---\ntitle: Erste Schritte\n---\n⟦Hallo.⟧⟪Hello.⟫', expected: [] },
    { name: 'pairs around the lines', content: '---\n⟦101: Titel: Erste Schritte⟧⟪title: First steps⟫\n---\n⟦Hallo.⟧⟪Hello.⟫', expected: [{ used: false }] },
    { name: 'pairs in a value', content: "---\ntitle: '⟦101: Erste Schritte⟧⟪First steps⟫'\n---\n⟦Hallo.⟧⟪Hello.⟫", expected: [{ used: true }] },
  ],
  *run({ article: { frontmatter, text } }) {
    const used = frontmatter.sources !== undefined;
    if (frontmatter.state !== 'bilingual' && !used) return;
    const first = text.slice(frontmatter.start, frontmatter.end).search(/<span[\s>]/);
    const start = frontmatter.start + Math.max(0, first);
    yield { args: { used }, ...(used && { severity: 'warning' as const }), at: { start, end: frontmatter.end } };
  },
});
