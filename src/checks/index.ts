import anchorMissing from './anchor-missing.ts';
import assetMissing from './asset-missing.ts';
import assetSequenceDiffers from './asset-sequence-differs.ts';
import bilingualFrontmatter from './bilingual-frontmatter.ts';
import cosmeticSourceDifference from './cosmetic-source-difference.ts';
import type { Check } from './define-check.ts';
import duplicateSegmentId from './duplicate-segment-id.ts';
import emptySegment from './empty-segment.ts';
import escapedSpanQuotes from './escaped-span-quotes.ts';
import includeCycle from './include-cycle.ts';
import includeMissing from './include-missing.ts';
import invalidFrontmatter from './invalid-frontmatter.ts';
import invalidMdx from './invalid-mdx.ts';
import invalidToc from './invalid-toc.ts';
import invalidUtf8 from './invalid-utf8.ts';
import linkTargetMissing from './link-target-missing.ts';
import localeMismatch from './locale-mismatch.ts';
import mergedSegment from './merged-segment.ts';
import metadataOnlyChange from './metadata-only-change.ts';
import missingMetadata from './missing-metadata.ts';
import missingOrdinal from './missing-ordinal.ts';
import missingTranslation from './missing-translation.ts';
import mixedIdPrefix from './mixed-id-prefix.ts';
import ordinalMismatch from './ordinal-mismatch.ts';
import refusedPath from './refused-path.ts';
import segmentIdMismatch from './segment-id-mismatch.ts';
import segmentOrder from './segment-order.ts';
import slugCollision from './slug-collision.ts';
import sourceMismatch from './source-mismatch.ts';
import staleTranslation from './stale-translation.ts';
import structureDiffers from './structure-differs.ts';
import targetLineBreak from './target-line-break.ts';
import targetStartsBlock from './target-starts-block.ts';
import unbalancedSpan from './unbalanced-span.ts';
import unknownHtmlTag from './unknown-html-tag.ts';
import unreadableFile from './unreadable-file.ts';
import unsafeMdx from './unsafe-mdx.ts';
import unsafePath from './unsafe-path.ts';
import untaggedArticle from './untagged-article.ts';

/** Every check, sorted by id. A new check is a file in this folder and a line here. */
export const checks: readonly Check[] = [
  anchorMissing,
  assetMissing,
  assetSequenceDiffers,
  bilingualFrontmatter,
  cosmeticSourceDifference,
  duplicateSegmentId,
  emptySegment,
  escapedSpanQuotes,
  includeCycle,
  includeMissing,
  invalidFrontmatter,
  invalidMdx,
  invalidToc,
  invalidUtf8,
  linkTargetMissing,
  localeMismatch,
  mergedSegment,
  metadataOnlyChange,
  missingMetadata,
  missingOrdinal,
  missingTranslation,
  mixedIdPrefix,
  ordinalMismatch,
  refusedPath,
  segmentIdMismatch,
  segmentOrder,
  slugCollision,
  sourceMismatch,
  staleTranslation,
  structureDiffers,
  targetLineBreak,
  targetStartsBlock,
  unbalancedSpan,
  unknownHtmlTag,
  unreadableFile,
  unsafeMdx,
  unsafePath,
  untaggedArticle,
];
