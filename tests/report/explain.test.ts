import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { explainCheck } from '../../src/report/explain.ts';

test('a help page for the terminal', () => {
  const check = checks.find(({ id }) => id === 'link-target-missing');
  expect(check && explainCheck(check, { color: false })).toMatchInlineSnapshot(`
    "link-target-missing  warning  links
    A relative link leads to an article of its locale or, failing that, of the source.

    Why
      The reader follows the link and gets an error page.

    What to do
      Correct the path. It is relative to the file in which it stands, and case counts.

    Accepted
      ✔ an article of the locale
          // de-de/guide.md
          ⟦Siehe [Mehr](more.md).⟧⟪See [More](more.md).⟫
          // de-de/more.md
          Mehr
      ✔ only the source has it
          // de-de/guide.md
          [⟦Mehr⟧⟪More⟫](more.md)
          // en-us/more.md
          More
      ✔ in code it is no link
          // de-de/guide.md
          ⟦Schreiben Sie \`[Text](datei.md)\`.⟧⟪Write \`[text](file.md)\`.⟫
      ✔ other sites are not looked at
          // de-de/guide.md
          ⟦[A](https://a.example/x.md) [C](xref:d) [D](~/e.md)⟧⟪[A](https://a.example/x.md)⟫

    Reported
      ✖ nothing at the root of the site
          [⟦Mehr⟧⟪More⟫](/azure/more)
        → The link \`/azure/more\` begins at the root of the site, where there is nothing. Set
          \`linkBase\` in site.yml to the address of the site that such links belong to.
      ✖ no such article, counted once though it stands in both halves
          // de-de/guide.md
          ⟦Siehe [Mehr](mroe.md#a).⟧⟪See [More](mroe.md#a).⟫
          // de-de/more.md
          Mehr
        → The link \`mroe.md#a\` (\`mroe.md\`) leads to no article or file, neither in this
          locale nor in the source. Correct the path or restore the article.

    ⟦target⟧⟪source⟫ stands for one pair. Another severity, or off: \`checks\` in site.yml.
    "
  `);
});

test.each(checks.map((check) => [check.id, check] as const))('%s: every line fits, colour only when asked', (id, check) => {
  const text = explainCheck(check, { color: false });
  expect(text.startsWith(`${id}  `)).toBe(true);
  expect(text).not.toContain('\u001B');
  expect(explainCheck(check, { color: true })).toContain('\u001B[1m');
});
