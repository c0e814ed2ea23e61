import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly excerpt: string; readonly repaired: boolean };

export default defineCheck<Args>({
  id: 'unbalanced-span',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'Every pair has its five tags, opened and closed in order.',
  why: 'A tag too many or too few makes it unclear where the translation ends and the original begins: one may be shown as the other, or a sentence be lost.',
  whatToDo:
    'Write the pair as `<span data-ttu-id="…">target</span><span class="sxs-lookup"><span data-stu-id="…">source</span></span>`, without white space between the tags, and remove stray `</span>`.',
  message: ({ excerpt, repaired }) =>
    repaired
      ? `A \`</span>\` too many inside a pair: “${excerpt}”. The pair could be read all the same; remove the stray tag.`
      : `The tags of a pair do not match: “${excerpt}”. Close every \`<span>\` once, target first and source directly after it.`,
  examples: [
    { name: 'a complete pair', content: '⟦Hallo Welt.⟧⟪Hello world.⟫', expected: [] },
    { name: 'a span inside both halves', content: '⟦Siehe <span>https:</span>//a.example.⟧⟪See <span>https:</span>//a.example.⟫', expected: [] },
    { name: 'a span named in code', content: '⟦Das Element `<span>`.⟧⟪The element `<span>`.⟫', expected: [] },
    {
      name: 'a closing tag too many in both halves',
      content: '⟦Öffnen Sie </span> die Datei.⟧⟪Open</span> the file.⟫',
      expected: [{ excerpt: 'Öffnen Sie </span> die Datei.', repaired: true }],
    },
    {
      name: 'a pair that is never closed',
      content: 'Text <span data-ttu-id="0a1b2-102">Hallo Welt.',
      expected: [{ excerpt: '<span data-ttu-id="0a1b2-102">', repaired: false }],
    },
  ],
  *run({ article }) {
    for (const damage of article.damage) {
      if (damage.kind === 'unbalanced-span') yield { args: { excerpt: excerpt(damage.excerpt), repaired: false }, at: damage };
    }
    for (const segment of article.segments) {
      if (segment.repaired === 'extra-close') yield { args: { excerpt: excerpt(segment.target), repaired: true }, at: segment, segment: segment.ordinal };
    }
  },
});
