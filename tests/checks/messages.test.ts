import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { runExample } from './run-example.ts';

test('the words of every message', () => {
  const messages = checks.flatMap((check) => check.examples.flatMap((example) => runExample(check, example).map(({ rule, severity, message }) => `${rule} (${severity}): ${message}`)));
  expect(messages.join('\n')).toMatchInlineSnapshot(`
    "alt-text-untranslated (warning): The title of a link, “How to use the app”, is not translated. Translate it.
    alt-text-untranslated (warning): The alternative text of an image, “Image of the page”, is not translated. Translate it.
    alt-text-untranslated (warning): The alternative text of an image, “The dialog box is open”, is not translated. Translate it.
    anchor-missing (warning): There is no \`#s109\` on this page, nor on its original. Did you mean \`#s102\`?
    anchor-missing (warning): There is no \`#einrichten\` on this page, nor on its original. Use an anchor of that page.
    anchor-missing (warning): There is no \`#instal\` on \`more.md\`, nor on its original. Did you mean \`#install\`?
    asset-missing (warning): The image \`media/a.png\` exists neither in this locale nor in the source. Correct the path or add the file.
    asset-missing (warning): The image \`/media/a.png\` exists neither in this locale nor in the source. Correct the path or add the file.
    asset-sequence-differs (warning): The image \`b.png\` of the de-DE translation is missing here. Restore it at its place.
    asset-sequence-differs (warning): The image \`b.png\` stands where the de-DE translation of the same source has \`a.png\`. Restore the original sequence.
    bad-characters (error): The target has a byte order mark (U+FEFF) that its source does not have. Delete it or write what is meant.
    bad-characters (error): The target has a zero-width space (U+200B, 2 times) that its source does not have. Delete it or write what is meant.
    bad-characters (error): The target has a control character (U+0007) that its source does not have. Delete it or write what is meant.
    bad-characters (error): The target has a replacement character (U+FFFD) that its source does not have. Delete it or write what is meant.
    bad-characters (error): The target has a private character (U+E123) that its source does not have. Delete it or write what is meant.
    bad-characters (error): The target has text of a wrong encoding (Ã¼) that its source does not have. Delete it or write what is meant.
    bad-characters (error): The target has text of a wrong encoding (â€™, 2 times) that its source does not have. Delete it or write what is meant.
    bare-url-missing (error): The address https://example.com/a is not in the target. Copy it from the source unchanged.
    bare-url-missing (error): The address www.example.com/a is not in the target. Copy it from the source unchanged.
    bare-url-missing (error): The address https://example.com is not in the target. Copy it from the source unchanged.
    bare-url-missing (error): The address https://example.com/page is not in the target. Copy it from the source unchanged.
    bidi-controls (error): U+202D shows text in another order than it is stored. Delete it.
    bidi-controls (error): U+202E shows text in another order than it is stored. Delete it.
    bidi-controls (error): U+2067 turns the text around and is not closed. Delete it.
    bidi-controls (error): U+2069 closes what was never opened. Delete it.
    bidi-controls (error): U+202B turns the text around and is not closed. Delete it.
    bidi-controls (info): U+200F has no purpose in left-to-right text. Delete it.
    bilingual-frontmatter (error): Pairs stand in the frontmatter, so that it is not YAML and none of it is used. Restore the keys and write the translated values without \`<span>\`.
    bilingual-frontmatter (warning): Pairs stand in values of the frontmatter. The targets are used, but other tools show the tags. Write the translated values without \`<span>\`.
    corrupt-token (error): “Outloo1” looks like a damaged “Outlook”. Write the word as in the source.
    corrupt-token (error): “Intun1” looks like a damaged “Intune”. Write the word as in the source.
    corrupt-token (error): “Yamme1” looks like a damaged “Yammer”. Write the word as in the source.
    corrupt-token (error): “Intun1” looks like a damaged “Intune”. Write the word as in the source.
    corrupt-token (error): “Exchang2” looks like a damaged “Exchange”. Write the word as in the source.
    cosmetic-source-difference (info): The source text differs from that of the de-DE translation only in image alts, link titles, URL locales or white space. Nothing to do.
    double-space (info): 2 spaces stand in a row. Leave one.
    double-space (info): 3 spaces stand in a row. Leave one.
    double-space (info): 2 spaces stand in a row. Leave one.
    double-space (info): 2 spaces stand in a row. Leave one.
    double-space (info): 2 spaces stand in a row. Leave one.
    double-space (info): 2 spaces stand in a row. Leave one.
    doubled-word (warning): “mit” stands twice in a row. Remove one.
    doubled-word (warning): “فوق” stands twice in a row. Remove one.
    doubled-word (warning): “файл” stands twice in a row. Remove one.
    doubled-word (warning): “το” stands twice in a row. Remove one.
    doubled-word (warning): “את” stands twice in a row. Remove one.
    duplicate-segment-id (error): The ordinal 102 occurs a second time in this article. Remove the copy or give it its own ordinal.
    empty-link-text (error): The link to \`a.md\` has no text. Move the words that belong to it between the brackets.
    empty-link-text (error): The link to \`a.md\` has no text. Move the words that belong to it between the brackets.
    empty-link-text (error): The link to \`a.md\` has no text. Move the words that belong to it between the brackets.
    empty-link-text (error): The link to \`a.md\` has no text. Move the words that belong to it between the brackets.
    empty-segment (error): The target of this pair is empty. Restore its text, or remove the pair when the sentence was dropped from the original.
    empty-segment (error): The source of this pair is empty. Restore its text, or remove the pair when the sentence was dropped from the original.
    escaped-markup (error): The reader sees stars that the source does not have, in “לחץ על \\*\\*אישור.”. Remove the backslashes and close the markup.
    escaped-markup (error): The reader sees stars that the source does not have, in “**ในสถานที่\\*\\*\\*\\*ให้คลิก**”. Remove the backslashes and close the markup.
    escaped-markup (error): The reader sees stars that the source does not have, in “单击\\*\\*“确定”。”. Remove the backslashes and close the markup.
    escaped-markup (error): The reader sees underscores that the source does not have, in “خيار \\_لا”. Remove the backslashes and close the markup.
    escaped-markup (error): The reader sees underscores that the source does not have, in “option \\_Pas de compte”. Remove the backslashes and close the markup.
    escaped-span-quotes (error): A pair is written with \`&quot;\` instead of quotation marks: “Hallo Welt.”. Replace them inside the tags.
    glued-text (warning): “للمزيد” stands directly after a link. Put a blank between.
    glued-text (warning): “an” stands directly after a link. Put a blank between.
    glued-text (warning): “כדי” stands directly after a link. Put a blank between.
    glued-text (warning): “это” stands directly after a link. Put a blank between.
    glued-text (warning): “được” stands directly after a link. Put a blank between.
    glued-text (warning): “aus” stands directly after bold text. Put a blank between.
    glued-text (warning): “Voir” stands directly before a link. Put a blank between.
    glued-text (warning): “Gõ” stands directly before code. Put a blank between.
    glued-text (warning): “الآن” stands directly after code. Put a blank between.
    glued-text (warning): “rồi” stands directly after code. Put a blank between.
    identifier-missing (error): The command \`Get-Mailbox\` of the source is not in the target. Copy it unchanged.
    identifier-missing (error): The command \`Stop-MailboxSearch\` of the source is not in the target. Copy it unchanged.
    identifier-missing (error): The placeholder \`{ImpactDescription}\` of the source is not in the target. Copy it unchanged.
    identifier-missing (error): The placeholder \`%appdata%\` of the source is not in the target. Copy it unchanged.
    identifier-missing (error): The code \`KB2817\` of the source is not in the target. Copy it unchanged.
    identifier-missing (error): The code \`0x8004de40\` of the source is not in the target. Copy it unchanged.
    identifier-missing (error): The path \`HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\` of the source is not in the target. Copy it unchanged.
    identifier-missing (info): The identifier \`mailboxSettings\` of the source is not in the target. Copy it unchanged.
    identifier-missing (error): The file name \`setup.exe\` of the source is not in the target. Copy it unchanged.
    include-cycle (error): The include leads back to this article (a.md → guide.md → a.md) and is left out. Remove one of these includes.
    include-cycle (error): The include leads back to this article (guide.md → a.md → guide.md) and is left out. Remove one of these includes.
    include-missing (warning): The included fragment \`includes/note.md\` exists neither in this locale nor in the source. Correct the path or add the file.
    include-missing (warning): The included code file \`samples/a.js?range=1-3\` (\`samples/a.js\`) exists neither in this locale nor in the source. Correct the path or add the file.
    include-missing (warning): The included code file \`samples/a.js#run\` (\`samples/a.js\`) exists neither in this locale nor in the source. Correct the path or add the file.
    inconsistent-translation (info): “Select OK now.” is translated “Klicken Sie auf OK.” here, and “Wählen Sie OK aus.” in 2 places. Use one wording.
    inconsistent-translation (info): “Select OK now.” is translated “حدد موافق.” here, and “اختر موافق.” in another place. Use one wording.
    inconsistent-translation (info): “Select OK now.” is translated “OK を選びます。” here, and “OK を押します。” in another place. Use one wording.
    inconsistent-translation (info): “Select OK now.” is translated “เลือก ตกลง” here, and “กด ตกลง” in another place. Use one wording.
    inline-code-differs (error): Inline code differs from the source: \`stop\` is missing, \`עצור\` is not in it. Copy it from the source.
    inline-code-differs (error): Inline code differs from the source: \`stop\` is missing, \`dừng\` is not in it. Copy it from the source.
    inline-code-differs (error): Inline code differs from the source: \`stop\` is missing. Copy it from the source.
    inline-code-differs (error): Inline code differs from the source: \`стоп\` is not in it. Copy it from the source.
    invalid-frontmatter (error): The frontmatter is not valid YAML: bad indentation of a mapping entry. Correct it; values with a colon need quotation marks.
    invalid-mdx (error): The article does not parse as MDX: expected a closing tag for \`<Card>\`. Close every tag and escape \`<\` and \`{\` that are text; until then it is published as Markdown.
    invalid-redirect (error): The redirects of this file cannot be read: it is not valid JSON. Write \`{ "redirections": [ … ] }\`.
    invalid-redirect (error): The redirect of \`old.md\` has no "redirect_url". Write both the old path and the new address.
    invalid-redirect (error): The redirect of \`old.md\` leads to \`javascript:alert(1)\`. Write a path of the content, an address of this site, or one that begins with https://.
    invalid-redirect (error): The redirect of \`old.md\` is not used, because there is a page at /de-de/old/. Remove the one or the other.
    invalid-redirect (error): \`../old.md\` is no address that a redirect can have. Write a path of the content, or an address of this site without \`?\` and \`#\`.
    invalid-redirect (error): \`old.md\` is redirected twice, to different addresses; the first counts. Remove one of the two.
    invalid-review-file (warning): What was said here of the translation cannot be read: not JSON. Take out the marks of a merge conflict, or restore the line from version control.
    invalid-toc (error): The table of contents cannot be used here: expected a list of entries, or items. Write entries as \`- name: …\` with \`href:\` or \`items:\`.
    invalid-utf8 (error): The file is not valid UTF-8: the first wrong byte is byte 17, counted from 0. Save it as UTF-8; the article is not published until then.
    link-target-differs (error): \`tro-giup.md\` is no address of the source, which has \`help.md\`. Copy the address from the source.
    link-target-differs (error): \`https：//example.com\` is no address of the source, which has \`https://example.com\`. Copy the address from the source.
    link-target-differs (error): \`شكل.png\` is no address of the source, which has \`fig.png\`. Copy the address from the source.
    link-target-differs (error): \`a.md\` is no address of the source, which has \`b.md\`. Copy the address from the source.
    link-target-missing (warning): The link \`/azure/more\` begins at the root of the site, where there is nothing. Set \`linkBase\` in site.yml to the address of the site that such links belong to.
    link-target-missing (warning): The link \`mroe.md#a\` (\`mroe.md\`) leads to no article or file, neither in this locale nor in the source. Correct the path or restore the article.
    literal-markup (error): The reader sees \`**\` in “これは**「共有」**を”. Close the markup, and put blanks and punctuation outside of it.
    literal-markup (error): The reader sees \`**\` in “**示例：**直接”. Close the markup, and put blanks and punctuation outside of it.
    literal-markup (error): The reader sees \`](\` in “Siehe [Hilfe](a b.md).”. Close the markup, and put blanks and punctuation outside of it.
    literal-markup (error): The reader sees a backtick in “Введите \`код.”. Close the markup, and put blanks and punctuation outside of it.
    literal-markup (error): The reader sees \`**\` in “เลือก ** ตกลง** แล้ว”. Close the markup, and put blanks and punctuation outside of it.
    literal-markup (error): The reader sees \`**\` in “انقر **موافق .”. Close the markup, and put blanks and punctuation outside of it.
    literal-markup (error): The reader sees \`] [\` in “[\`x\`] [the x]を参照”. Write \`[text][label]\` without a blank between, and with a label that the article defines.
    literal-markup (error): The reader sees \`] [\` in “Zie [de gids] [ the guide] voor meer.”. Write \`[text][label]\` without a blank between, and with a label that the article defines.
    literal-markup (error): The reader sees \`][\` in “Veja a [Tabela][tabela 1].”. Write \`[text][label]\` without a blank between, and with a label that the article defines.
    locale-mismatch (error): \`ms.contentlocale\` says ja-JP, the folder is that of de-DE. Move the file or correct the value.
    locale-punctuation (info): \`,\` is not the mark of this script. Write \`،\`.
    locale-punctuation (info): \`?\` is not the mark of this script. Write \`؟\`.
    locale-punctuation (info): \`;\` is not the mark of this script. Write \`؛\`.
    locale-punctuation (info): \`,\` is not the mark of this script. Write \`，\`.
    locale-punctuation (info): \`.\` is not the mark of this script. Write \`。\`.
    locale-punctuation (info): \`;\` is not the mark of this script. Write \`；\`.
    locale-punctuation (info): \`,\` is not the mark of this script. Write \`、\`.
    machine-debris (error): \`#A0\` was left over by a translation tool. Replace it with what the source has there.
    machine-debris (error): \`_GT_\` was left over by a translation tool. Replace it with what the source has there.
    machine-debris (error): \`#A1\` was left over by a translation tool. Replace it with what the source has there.
    machine-debris (error): \`&lt;ph id\` was left over by a translation tool. Replace it with what the source has there.
    machine-debris (error): \`<x id\` was left over by a translation tool. Replace it with what the source has there.
    machine-debris (error): \`<bpt id\` was left over by a translation tool. Replace it with what the source has there.
    markup-count-differs (warning): The target has 1 bold passage, its source 2. Restore the markup around the words that translate it.
    markup-count-differs (warning): The target has 1 bold passage, its source 2. Restore the markup around the words that translate it.
    markup-count-differs (error): The target has 0 images, its source 1. Restore the markup around the words that translate it.
    markup-count-differs (error): The target has 0 links, its source 1. Restore the markup around the words that translate it.
    markup-count-differs (warning): The target has 0 HTML tags, its source 2. Restore the markup around the words that translate it.
    menu-path (warning): A label is missing in the menu path “الخصوصية > .”. Restore the labels in the order of the source.
    menu-path (warning): A label is missing in the menu path “Wählen Sie Datei > > Öffnen”. Restore the labels in the order of the source.
    menu-path (warning): A label is missing in the menu path “> เปิด”. Restore the labels in the order of the source.
    menu-path (warning): A label is missing in the menu path “Đi đến Tệp > , rồi chọn”. Restore the labels in the order of the source.
    menu-path (warning): A label is missing in the menu path “文件 > > 打开”. Restore the labels in the order of the source.
    merged-segment (info): The article has 2 merged paragraphs (p101 and p102), aligned as a whole and not sentence by sentence. Split them where finer alignment matters.
    metadata-only-change (info): The source file changed since (this translation claims version \`a11ce000\`), but not its text: the translation is current. Nothing to do.
    missing-metadata (warning): The article has no frontmatter, so that its source version, date and title are unknown. Restore it from the hand-back.
    missing-metadata (warning): The frontmatter lacks ms.openlocfilehash and ms.lasthandoff. Copy the missing lines from the hand-back.
    missing-ordinal (warning): Segment 103 is missing before segment 104, and nothing here explains the gap. Compare with the original and restore what was lost.
    missing-ordinal (warning): Segment 102 is missing before segment 103, and nothing here explains the gap. Compare with the original and restore what was lost.
    missing-ordinal (warning): Segment 104 is missing before segment 105, and nothing here explains the gap. Compare with the original and restore what was lost.
    missing-ordinal (warning): Segments 102 to 103 (2 sentences) are missing before segment 104, and nothing here explains the gap. Compare with the original and restore what was lost.
    missing-ordinal (warning): Segments 103 to 104 (2 sentences) are missing before segment 105, and nothing here explains the gap. Compare with the original and restore what was lost.
    missing-translation (warning): There is no ja-JP translation of this article (there is de-DE). Have it translated.
    mixed-id-prefix (error): One pair has the id prefix \`ccccc\`, the article \`0a1b2\`. The first one stands here; restore it from this article’s own hand-back.
    mixed-script-in-word (warning): “cсылку” mixes Latin and Cyrillic letters. Type it anew in one script.
    mixed-script-in-word (error): “neobiиne” has Cyrillic letters in a text in Latin script. Type it anew.
    mixed-script-in-word (error): “датотеку” has Cyrillic letters in a text in Latin script. Type it anew.
    mixed-script-in-word (error): “Dаtei” has Cyrillic letters in a text in Latin script. Type it anew.
    name-missing (warning): The name “Azure” of the source is not in the target. Names are not translated.
    name-missing (warning): The name “SharePoint” of the source is not in the target. Names are not translated.
    name-missing (warning): The name “OneNote” of the source is not in the target. Names are not translated.
    name-missing (warning): The name “Skype” of the source is not in the target. Names are not translated.
    name-missing (warning): The name “Windows” of the source is not in the target. Names are not translated.
    name-missing (warning): The name “Interlinear” of the source is not in the target. Names are not translated.
    native-digits-in-name (warning): “Office ٣٦٥” stands for the name “Office 365”. Write its digits as in the source.
    native-digits-in-name (warning): “Office ۲۰۱۶” stands for the name “Office 2016”. Write its digits as in the source.
    native-digits-in-name (warning): “Windows १०” stands for the name “Windows 10”. Write its digits as in the source.
    native-digits-in-name (warning): “Windows１０” stands for the name “Windows 10”. Write its digits as in the source.
    native-digits-in-name (warning): “Microsoft ๓๖๕” stands for the name “Microsoft 365”. Write its digits as in the source.
    no-break-space (info): \`«\` needs a no-break space after it. Insert it.
    no-break-space (info): \`»\` needs a no-break space before it. Insert it.
    no-break-space (info): \`?\` needs a no-break space before it. Insert it.
    no-break-space (info): \`:\` needs a no-break space before it. Insert it.
    no-break-space (info): \`:\` needs a no-break space before it. Insert it.
    no-break-space (info): \`?\` needs a no-break space before it. Insert it.
    number-missing (warning): The number 30 of the source is not in the target. Check what the target says instead.
    number-missing (warning): The number 5.7.57 of the source is not in the target. Check what the target says instead.
    number-missing (warning): The number 2013 of the source is not in the target. Check what the target says instead.
    number-missing (warning): The number 7 of the source is not in the target. Check what the target says instead.
    number-missing (warning): The number P2 of the source is not in the target. Check what the target says instead.
    ordinal-mismatch (error): Compared with the de-DE translation of the same source, this article lacks segment 103 and has segment 104 in addition. Restore what was lost.
    pattern (warning): “du”: Address the reader as “Sie”. This is the rule formal of site.yml.
    pattern (error): “１”: Write half-width digits. This is the rule no-full-width-digits of site.yml.
    pattern (error): “２”: Write half-width digits. This is the rule no-full-width-digits of site.yml.
    pattern (warning): “ـ”: Leave the tatweel out. This is the rule no-tatweel of site.yml.
    pattern (warning): “ـ”: Leave the tatweel out. This is the rule no-tatweel of site.yml.
    pattern (info): “еще”: Write ё. This is the rule yo of site.yml.
    pattern (info): “Click here”: Name what the link leads to. This is the rule no-click-here of site.yml.
    redirect-chain (info): The redirect of \`a.md\` leads to another one (/ja-jp/b/ → /ja-jp/c/). Write /ja-jp/c/ here.
    redirect-loop (error): The redirect of \`a.md\` goes in a circle (/ko-kr/a/ → /ko-kr/b/ → /ko-kr/a/) and is left out. Let one of these lead to a page.
    redirect-loop (error): The redirect of \`b.md\` goes in a circle (/ko-kr/a/ → /ko-kr/b/ → /ko-kr/a/) and is left out. Let one of these lead to a page.
    redirect-loop (error): The redirect of \`a.md\` goes in a circle (/de-de/a/ → /de-de/a/) and is left out. Let one of these lead to a page.
    redirect-target-missing (warning): The redirect of \`old.md\` leads to \`nwe.md\`, where there is nothing, and is left out. Let it lead to an article that exists.
    redirect-target-missing (warning): The redirect of \`old.md\` leads to \`/azure/new\`, where there is nothing, and is left out. Let it lead to an article that exists, or set \`linkBase\` in site.yml to the site that such addresses belong to.
    refused-path (error): \`de-de/secret.md\` is a link that leads out of the content and is not followed. Replace it with a copy of what it leads to.
    refused-path (error): \`de-de/old.md\` is a link to something that does not exist. Remove or correct it.
    segment-crosses-markup (warning): The segment holds only a part of an image, “Bild](a.png) und mehr”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of a link, “Hilfe](a.md).”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of a link, “Siehe [die”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of an image, “.png) und mehr”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of a link, “Titel") und mehr”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of a tag, “Bild"> und mehr”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of a tag, “x'>fett</b>”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of a tag, “fett”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of a tag, “i>kursiv”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-crosses-markup (warning): The segment holds only a part of an image, “Bild":::”, and the reader sees the markup as text. Put all of it into both halves of the pair, or the pair into its text.
    segment-id-mismatch (error): The target has the id \`0a1b2-102\`, its source \`0a1b2-103\`. Check that the two belong together, then give them one id.
    segment-order (error): Segment 102 stands after segment 103. Move it back to the place it has in the original.
    slug-collision (error): The address \`setup/\` is taken by \`Setup.md\`, so that this article is published at \`setup-810117/\`. Rename one of the two in every locale.
    slug-collision (error): The address \`setup/\` is taken by \`setup.md\`, so that this article is published at \`setup-75ee6b/\`. Rename one of the two in every locale.
    source-mismatch (error): This article and its ja-JP translation claim the same source version (\`a11ce000\`), but their source text differs in segment 103. Restore the source text that was changed.
    space-before-punctuation (info): A space stands before \`.\`. Remove it.
    space-before-punctuation (info): A space stands before \`,\`. Remove it.
    space-before-punctuation (info): A space stands before \`.\`. Remove it.
    space-before-punctuation (info): A space stands before \`،\`. Remove it.
    space-before-punctuation (info): A space stands before \`.\`. Remove it.
    space-before-punctuation (info): A space stands before \`。\`. Remove it.
    space-before-punctuation (info): A space stands before \`:\`. Remove it.
    stale-translation (warning): The translation is made from an older source (handed off 2026-01-02, newest 2026-03-04): 1 sentence edited and 1 new since. Hand it off again.
    structure-differs (error): The target would break the structure around it: it has a blank line, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.
    structure-differs (error): The target would break the structure around it: it begins on a new line and becomes a code block, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.
    structure-differs (error): The target would break the structure around it: a new line in it opens a bullet list, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.
    structure-differs (error): The target would break the structure around it: it has a \`|\` in a table cell, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.
    suppression-without-reason (info): The comment silences \`empty-segment\` without a reason. Write it behind a colon: \`interlinear-ignore empty-segment: reason\`.
    suppression-without-reason (info): The comment silences \`empty-segment\` without a reason. Write it behind a colon: \`interlinear-ignore empty-segment: reason\`.
    target-line-break (warning): The target has 2 line breaks, its source none. Put it on one line.
    target-starts-block (warning): The target begins like a numbered list (“1. Melden Sie sich an”), its source does not. Put a backslash before the mark, or write it as the source does.
    target-starts-block (warning): The target begins like a heading (“# Melden Sie sich an”), its source does not. Put a backslash before the mark, or write it as the source does.
    term (warning): “Brett” is not the glossary’s word for “board”. Write “Tafel*” and “*tafel”.
    term (warning): “掲示板” is not the glossary’s word for “board”. Write “ボード”.
    term (warning): The term “board” of the original is not translated as the glossary says. Write “*لوح*”.
    term (warning): The term “board” of the original is not translated as the glossary says. Write “กระดาน”.
    term (warning): “борд” is not the glossary’s word for “board”. Use another.
    toc-target-missing (warning): An entry leads to \`guides/strat.md\`, and there is no such article or file, neither in this locale nor in another. Correct the path, which is relative to this file, or remove the entry.
    toc-target-missing (warning): An entry leads to \`../docs/old.md\`, and there is no such article or file, neither in this locale nor in another. Correct the path, which is relative to this file, or remove the entry.
    toc-target-missing (warning): An entry leads to \`reference/toc.yml\`, and there is no such article or file, neither in this locale nor in another. Correct the path, which is relative to this file, or remove the entry.
    unbalanced-span (error): A \`</span>\` too many inside a pair: “Öffnen Sie </span> die Datei.”. The pair could be read all the same; remove the stray tag.
    unbalanced-span (error): The tags of a pair do not match: “<span data-ttu-id="0a1b2-102">”. Close every \`<span>\` once, target first and source directly after it.
    unknown-html-tag (info): \`<app>\` is no HTML tag (2 times in this article, first here); it is shown as text. Write a placeholder as \`\\<app\\>\` or as code.
    unknown-html-tag (info): \`<Role Name>\` is no HTML tag; it is shown as text. Write a placeholder as \`\\<Role Name\\>\` or as code.
    unknown-suppressed-rule (warning): There is no rule \`emtpy-segment\`. Did you mean \`empty-segment\`?
    unknown-suppressed-rule (warning): The comment names no rule. Write \`interlinear-ignore rule: reason\`.
    unpaired-brackets (warning): \`(\` has no partner; the brackets of the original are paired. Compare the sentence with the original.
    unpaired-brackets (warning): \`)\` has no partner; the brackets of the original are paired. Compare the sentence with the original.
    unpaired-brackets (warning): \`「\` has no partner; the brackets of the original are paired. Compare the sentence with the original.
    unpaired-brackets (warning): \`[\` has no partner; the brackets of the original are paired. Compare the sentence with the original.
    unpaired-quotes (warning): The number of quotation marks is odd (the last one is \`„\`); in the original it is even. Add or remove one.
    unpaired-quotes (warning): The number of quotation marks is odd (the last one is \`«\`); in the original it is even. Add or remove one.
    unpaired-quotes (warning): The number of quotation marks is odd (the last one is \`“\`); in the original it is even. Add or remove one.
    unpaired-quotes (warning): The number of quotation marks is odd (the last one is \`"\`); in the original it is even. Add or remove one.
    unpaired-quotes (warning): The number of quotation marks is odd (the last one is \`"\`); in the original it is even. Add or remove one.
    unreadable-file (error): The file cannot be read (permission denied), so that its article is not published. Check its permissions.
    unsafe-mdx (warning): The import \`import x from "./x.js"\` is left out: articles cannot run code. Write it as text or remove it.
    unsafe-path (warning): The name \`gui[U+200B]de.md\` has an invisible character (U+200B). Rename the file in every locale.
    unsafe-path (warning): The name \`what?.md\` has the character \`?\`. Rename the file in every locale.
    unsafe-path (warning): The name \`a /b.md\` has a blank or full stop at the end of \`a \`. Rename the file in every locale.
    untagged-article (warning): The article has text, but not one pair: its sentences are not aligned with an original. Hand it off again.
    untranslated (warning): “Select the file that you want to send.” is not translated. Translate it.
    untranslated (warning): “See the guide for more of it.” is not translated. Translate it.
    untranslated (warning): “See below for an example of the cmdlet.” is not translated. Translate it.
    untranslated (warning): “Turn on the sync and wait for the icon.” is not translated. Translate it.
    untranslated (warning): “This is the end of the list.” is not translated. Translate it.
    unused-suppression (info): Nothing that \`empty-segment\` reports is silenced by this comment. Remove the rule from it.
    unused-suppression (info): Nothing that \`invalid-mdx\` reports is silenced by this comment. Remove the rule from it.
    wrong-script (warning): “을” is not written in a script of ja-JP, and does not stand in the original. Translate it.
    wrong-script (warning): “设置” is not written in a script of ar-SA, and does not stand in the original. Translate it.
    wrong-script (warning): “настройки” is not written in a script of vi-VN, and does not stand in the original. Translate it.
    wrong-script (warning): “הגדרות” is not written in a script of ru-RU, and does not stand in the original. Translate it."
  `);
});
