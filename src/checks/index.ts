import altTextUntranslated from './alt-text-untranslated.ts';
import anchorMissing from './anchor-missing.ts';
import assetMissing from './asset-missing.ts';
import assetSequenceDiffers from './asset-sequence-differs.ts';
import badCharacters from './bad-characters.ts';
import bareUrlMissing from './bare-url-missing.ts';
import bidiControls from './bidi-controls.ts';
import bilingualFrontmatter from './bilingual-frontmatter.ts';
import corruptToken from './corrupt-token.ts';
import cosmeticSourceDifference from './cosmetic-source-difference.ts';
import type { Check } from './define-check.ts';
import doubleSpace from './double-space.ts';
import doubledWord from './doubled-word.ts';
import duplicateSegmentId from './duplicate-segment-id.ts';
import emptyLinkText from './empty-link-text.ts';
import emptySegment from './empty-segment.ts';
import escapedMarkup from './escaped-markup.ts';
import escapedSpanQuotes from './escaped-span-quotes.ts';
import gluedText from './glued-text.ts';
import identifierMissing from './identifier-missing.ts';
import includeCycle from './include-cycle.ts';
import includeMissing from './include-missing.ts';
import inconsistentTranslation from './inconsistent-translation.ts';
import inlineCodeDiffers from './inline-code-differs.ts';
import invalidFrontmatter from './invalid-frontmatter.ts';
import invalidMdx from './invalid-mdx.ts';
import invalidRedirect from './invalid-redirect.ts';
import invalidReviewFile from './invalid-review-file.ts';
import invalidToc from './invalid-toc.ts';
import invalidUtf8 from './invalid-utf8.ts';
import linkTargetDiffers from './link-target-differs.ts';
import linkTargetMissing from './link-target-missing.ts';
import literalMarkup from './literal-markup.ts';
import localeMismatch from './locale-mismatch.ts';
import localePunctuation from './locale-punctuation.ts';
import machineDebris from './machine-debris.ts';
import markupCountDiffers from './markup-count-differs.ts';
import menuPath from './menu-path.ts';
import mergedSegment from './merged-segment.ts';
import metadataOnlyChange from './metadata-only-change.ts';
import missingMetadata from './missing-metadata.ts';
import missingOrdinal from './missing-ordinal.ts';
import missingTranslation from './missing-translation.ts';
import mixedIdPrefix from './mixed-id-prefix.ts';
import mixedScriptInWord from './mixed-script-in-word.ts';
import nameMissing from './name-missing.ts';
import nativeDigitsInName from './native-digits-in-name.ts';
import noBreakSpace from './no-break-space.ts';
import numberMissing from './number-missing.ts';
import ordinalMismatch from './ordinal-mismatch.ts';
import pattern from './pattern.ts';
import redirectChain from './redirect-chain.ts';
import redirectLoop from './redirect-loop.ts';
import redirectTargetMissing from './redirect-target-missing.ts';
import refusedPath from './refused-path.ts';
import segmentCrossesMarkup from './segment-crosses-markup.ts';
import segmentIdMismatch from './segment-id-mismatch.ts';
import segmentOrder from './segment-order.ts';
import slugCollision from './slug-collision.ts';
import sourceMismatch from './source-mismatch.ts';
import spaceBeforePunctuation from './space-before-punctuation.ts';
import staleTranslation from './stale-translation.ts';
import structureDiffers from './structure-differs.ts';
import suppressionWithoutReason from './suppression-without-reason.ts';
import targetLineBreak from './target-line-break.ts';
import targetStartsBlock from './target-starts-block.ts';
import term from './term.ts';
import tocTargetMissing from './toc-target-missing.ts';
import unbalancedSpan from './unbalanced-span.ts';
import unknownHtmlTag from './unknown-html-tag.ts';
import unknownSuppressedRule from './unknown-suppressed-rule.ts';
import unpairedBrackets from './unpaired-brackets.ts';
import unpairedQuotes from './unpaired-quotes.ts';
import unreadableFile from './unreadable-file.ts';
import unsafeMdx from './unsafe-mdx.ts';
import unsafePath from './unsafe-path.ts';
import untaggedArticle from './untagged-article.ts';
import untranslated from './untranslated.ts';
import unusedSuppression from './unused-suppression.ts';
import wrongScript from './wrong-script.ts';

/** Every check, sorted by id. A new check is a file in this folder and a line here. */
export const checks: readonly Check[] = [
  altTextUntranslated,
  anchorMissing,
  assetMissing,
  assetSequenceDiffers,
  badCharacters,
  bareUrlMissing,
  bidiControls,
  bilingualFrontmatter,
  corruptToken,
  cosmeticSourceDifference,
  doubleSpace,
  doubledWord,
  duplicateSegmentId,
  emptyLinkText,
  emptySegment,
  escapedMarkup,
  escapedSpanQuotes,
  gluedText,
  identifierMissing,
  includeCycle,
  includeMissing,
  inconsistentTranslation,
  inlineCodeDiffers,
  invalidFrontmatter,
  invalidMdx,
  invalidRedirect,
  invalidReviewFile,
  invalidToc,
  invalidUtf8,
  linkTargetDiffers,
  linkTargetMissing,
  literalMarkup,
  localeMismatch,
  localePunctuation,
  machineDebris,
  markupCountDiffers,
  menuPath,
  mergedSegment,
  metadataOnlyChange,
  missingMetadata,
  missingOrdinal,
  missingTranslation,
  mixedIdPrefix,
  mixedScriptInWord,
  nameMissing,
  nativeDigitsInName,
  noBreakSpace,
  numberMissing,
  ordinalMismatch,
  pattern,
  redirectChain,
  redirectLoop,
  redirectTargetMissing,
  refusedPath,
  segmentCrossesMarkup,
  segmentIdMismatch,
  segmentOrder,
  slugCollision,
  sourceMismatch,
  spaceBeforePunctuation,
  staleTranslation,
  structureDiffers,
  suppressionWithoutReason,
  targetLineBreak,
  targetStartsBlock,
  term,
  tocTargetMissing,
  unbalancedSpan,
  unknownHtmlTag,
  unknownSuppressedRule,
  unpairedBrackets,
  unpairedQuotes,
  unreadableFile,
  unsafeMdx,
  unsafePath,
  untaggedArticle,
  untranslated,
  unusedSuppression,
  wrongScript,
];
