import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly excerpt: string };

export default defineCheck<Args>({
  id: 'escaped-span-quotes',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'The attributes of pair tags are written with plain quotation marks.',
  why: 'With `&quot;` in place of `"` the tags are not tags to any Markdown or HTML reader: original and translation are both shown to the reader.',
  whatToDo: 'Replace `&quot;` by `"` inside the tags of the pair.',
  message: ({ excerpt }) => `A pair is written with \`&quot;\` instead of quotation marks: “${excerpt}”. Replace them inside the tags.`,
  examples: [
    { name: 'plain quotation marks', content: '⟦Der Wert &quot;ja&quot;.⟧⟪The value &quot;yes&quot;.⟫', expected: [] },
    {
      name: 'escaped quotation marks',
      content:
        '<span data-ttu-id="0a1b2-102&quot;>Hallo Welt.</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;0a1b2-102&quot;>Hello world.</span></span>',
      expected: [{ excerpt: 'Hallo Welt.' }],
    },
  ],
  *run({ article }) {
    for (const damage of article.damage) {
      if (damage.kind === 'escaped-span-quotes') yield { args: { excerpt: excerpt(damage.excerpt) }, at: damage };
    }
    for (const segment of article.segments) {
      if (segment.repaired === 'escaped-quotes') yield { args: { excerpt: excerpt(segment.target) }, at: segment, segment: segment.ordinal };
    }
  },
});
