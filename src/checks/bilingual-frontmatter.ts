import { defineCheck } from './define-check.ts';

type Args = Record<never, never>;

export default defineCheck<Args>({
  id: 'bilingual-frontmatter',
  category: 'metadata',
  scope: 'article',
  severity: 'error',
  summary: 'No pairs stand in the frontmatter.',
  why: 'Frontmatter is data, not text: with pairs in it, it cannot be read. Title, description, source version and robots rules are lost.',
  whatToDo: 'Write the frontmatter as plain YAML: the keys in English, the values of `title` and `description` translated, no `<span>`.',
  message: () => 'Pairs stand in the frontmatter, so that it is not YAML and none of it is used. Restore the keys and write the translated values without `<span>`.',
  examples: [
    { name: 'translated values', content: '---\ntitle: Erste Schritte\n---\n⟦Hallo.⟧⟪Hello.⟫', expected: [] },
    { name: 'pairs around the lines', content: '---\n⟦101: Titel: Erste Schritte⟧⟪title: First steps⟫\n---\n⟦Hallo.⟧⟪Hello.⟫', expected: [{}] },
  ],
  *run({ article: { frontmatter, text } }) {
    if (frontmatter.state !== 'bilingual') return;
    const first = text.slice(frontmatter.start, frontmatter.end).search(/<span[\s>]/);
    const start = frontmatter.start + Math.max(0, first);
    yield { args: {}, at: { start, end: frontmatter.end } };
  },
});
