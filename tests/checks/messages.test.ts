import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { runExample } from './run-example.ts';

test('the words of every message', () => {
  const messages = checks.flatMap((check) => check.examples.flatMap((example) => runExample(check, example).map(({ rule, severity, message }) => `${rule} (${severity}): ${message}`)));
  expect(messages.join('\n')).toMatchInlineSnapshot(`
    "anchor-missing (warning): There is no \`#einrichten\` on this page, nor on its original. Use an anchor of that page.
    anchor-missing (warning): There is no \`#instal\` on \`more.md\`, nor on its original. Did you mean \`#install\`?
    asset-missing (warning): The image \`media/a.png\` exists neither in this locale nor in the source. Correct the path or add the file.
    asset-sequence-differs (warning): The image \`b.png\` of the de-DE translation is missing here. Restore it at its place.
    asset-sequence-differs (warning): The image \`b.png\` stands where the de-DE translation of the same source has \`a.png\`. Restore the original sequence.
    bilingual-frontmatter (error): Pairs stand in the frontmatter, so that it is not YAML and none of it is used. Restore the keys and write the translated values without \`<span>\`.
    cosmetic-source-difference (info): The source text differs from that of the de-DE translation only in image alts, link titles, URL locales or white space. Nothing to do.
    duplicate-segment-id (error): The ordinal 102 occurs a second time in this article. Remove the copy or give it its own ordinal.
    empty-segment (error): The target of this pair is empty. Restore its text, or remove the pair when the sentence was dropped from the original.
    empty-segment (error): The source of this pair is empty. Restore its text, or remove the pair when the sentence was dropped from the original.
    escaped-span-quotes (error): A pair is written with \`&quot;\` instead of quotation marks: “Hallo Welt.”. Replace them inside the tags.
    include-cycle (error): The include leads back to this article (a.md → guide.md → a.md) and is left out. Remove one of these includes.
    include-cycle (error): The include leads back to this article (guide.md → a.md → guide.md) and is left out. Remove one of these includes.
    include-missing (warning): The included fragment \`includes/note.md\` exists neither in this locale nor in the source. Correct the path or add the file.
    include-missing (warning): The included code file \`samples/a.js#run\` (\`samples/a.js\`) exists neither in this locale nor in the source. Correct the path or add the file.
    invalid-frontmatter (error): The frontmatter is not valid YAML: bad indentation of a mapping entry. Correct it; values with a colon need quotation marks.
    invalid-mdx (error): The article does not parse as MDX: expected a closing tag for \`<Card>\`. Close every tag and escape \`<\` and \`{\` that are text; until then it is published as Markdown.
    invalid-toc (error): The table of contents cannot be used here: expected a list of entries, or items. Write entries as \`- name: …\` with \`href:\` or \`items:\`.
    invalid-utf8 (error): The file is not valid UTF-8: the first wrong byte is byte 17, counted from 0. Save it as UTF-8; the article is not published until then.
    link-target-missing (warning): The link \`mroe.md#a\` (\`mroe.md\`) leads to no article or file, neither in this locale nor in the source. Correct the path or restore the article.
    locale-mismatch (error): \`ms.contentlocale\` says ja-JP, the folder is that of de-DE. Move the file or correct the value.
    merged-segment (info): The article has 2 merged paragraphs (p101 and p102), aligned as a whole and not sentence by sentence. Split them where finer alignment matters.
    metadata-only-change (info): The source file changed since (this translation claims version \`a11ce000\`), but not its text: the translation is current. Nothing to do.
    missing-metadata (warning): The article has no frontmatter, so that its source version, date and title are unknown. Restore it from the hand-back.
    missing-metadata (warning): The frontmatter lacks ms.openlocfilehash and ms.lasthandoff. Copy the missing lines from the hand-back.
    missing-ordinal (warning): Segment 103 is missing before segment 104, and nothing here explains the gap. Compare with the original and restore what was lost.
    missing-ordinal (warning): Segments 103 to 104 (2 sentences) are missing before segment 105, and nothing here explains the gap. Compare with the original and restore what was lost.
    missing-translation (warning): There is no ja-JP translation of this article (there is de-DE). Have it translated.
    mixed-id-prefix (error): One pair has the id prefix \`ccccc\`, the article \`0a1b2\`. The first one stands here; restore it from this article’s own hand-back.
    ordinal-mismatch (error): Compared with the de-DE translation of the same source, this article lacks segment 103 and has segment 104 in addition. Restore what was lost.
    refused-path (error): \`de-de/secret.md\` is a link that leads out of the content and is not followed. Replace it with a copy of what it leads to.
    refused-path (error): \`de-de/old.md\` is a link to something that does not exist. Remove or correct it.
    segment-id-mismatch (error): The target has the id \`0a1b2-102\`, its source \`0a1b2-103\`. Check that the two belong together, then give them one id.
    segment-order (error): Segment 102 stands after segment 103. Move it back to the place it has in the original.
    slug-collision (error): The address \`setup/\` is taken by \`Setup.md\`, so that this article is published at \`setup-810117/\`. Rename one of the two in every locale.
    slug-collision (error): The address \`setup/\` is taken by \`setup.md\`, so that this article is published at \`setup-75ee6b/\`. Rename one of the two in every locale.
    source-mismatch (error): This article and its ja-JP translation claim the same source version (\`a11ce000\`), but their source text differs in segment 103. Restore the source text that was changed.
    stale-translation (warning): The translation is made from an older source (handed off 2026-01-02, newest 2026-03-04): 1 sentence edited and 1 new since. Hand it off again.
    structure-differs (error): The target would break the structure around it: it has a blank line, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.
    structure-differs (error): The target would break the structure around it: it begins on a new line and becomes a code block, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.
    structure-differs (error): The target would break the structure around it: a new line in it opens a bullet list, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.
    structure-differs (error): The target would break the structure around it: it has a \`|\` in a table cell, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.
    target-line-break (warning): The target has 2 line breaks, its source none. Put it on one line.
    target-starts-block (warning): The target begins like a numbered list (“1. Melden Sie sich an”), its source does not. Put a backslash before the mark, or write it as the source does.
    target-starts-block (warning): The target begins like a heading (“# Melden Sie sich an”), its source does not. Put a backslash before the mark, or write it as the source does.
    unbalanced-span (error): A \`</span>\` too many inside a pair: “Öffnen Sie </span> die Datei.”. The pair could be read all the same; remove the stray tag.
    unbalanced-span (error): The tags of a pair do not match: “<span data-ttu-id="0a1b2-102">”. Close every \`<span>\` once, target first and source directly after it.
    unknown-html-tag (info): \`<app>\` is no HTML tag (2 times in this article, first here); it is shown as text. Write a placeholder as \`\\<app\\>\` or as code.
    unknown-html-tag (info): \`<Role Name>\` is no HTML tag; it is shown as text. Write a placeholder as \`\\<Role Name\\>\` or as code.
    unreadable-file (error): The file cannot be read (permission denied), so that its article is not published. Check its permissions.
    unsafe-mdx (warning): The import \`import x from "./x.js"\` is left out: articles cannot run code. Write it as text or remove it.
    unsafe-path (warning): The name \`gui[U+200B]de.md\` has an invisible character (U+200B). Rename the file in every locale.
    unsafe-path (warning): The name \`what?.md\` has the character \`?\`. Rename the file in every locale.
    unsafe-path (warning): The name \`a /b.md\` has a blank or full stop at the end of \`a \`. Rename the file in every locale.
    untagged-article (warning): The article has text, but not one pair: its sentences are not aligned with an original. Hand it off again."
  `);
});
