import altTextUntranslated from './alt-text-untranslated.ts';
import badCharacters from './bad-characters.ts';
import bareUrlMissing from './bare-url-missing.ts';
import bidiControls from './bidi-controls.ts';
import corruptToken from './corrupt-token.ts';
import type { Check } from './define-check.ts';
import doubleSpace from './double-space.ts';
import doubledWord from './doubled-word.ts';
import emptyLinkText from './empty-link-text.ts';
import escapedMarkup from './escaped-markup.ts';
import gluedText from './glued-text.ts';
import identifierMissing from './identifier-missing.ts';
import inlineCodeDiffers from './inline-code-differs.ts';
import linkTargetDiffers from './link-target-differs.ts';
import literalMarkup from './literal-markup.ts';
import localePunctuation from './locale-punctuation.ts';
import machineDebris from './machine-debris.ts';
import markupCountDiffers from './markup-count-differs.ts';
import menuPath from './menu-path.ts';
import mixedScriptInWord from './mixed-script-in-word.ts';
import nameMissing from './name-missing.ts';
import nativeDigitsInName from './native-digits-in-name.ts';
import noBreakSpace from './no-break-space.ts';
import numberMissing from './number-missing.ts';
import pattern from './pattern.ts';
import spaceBeforePunctuation from './space-before-punctuation.ts';
import term from './term.ts';
import unpairedBrackets from './unpaired-brackets.ts';
import unpairedQuotes from './unpaired-quotes.ts';
import untranslated from './untranslated.ts';
import wrongScript from './wrong-script.ts';

/** The checks of scope `segment`, sorted by id, apart from all others: what the published desk runs in the browser. */
export const segmentChecks: readonly Check[] = [
  altTextUntranslated,
  badCharacters,
  bareUrlMissing,
  bidiControls,
  corruptToken,
  doubleSpace,
  doubledWord,
  emptyLinkText,
  escapedMarkup,
  gluedText,
  identifierMissing,
  inlineCodeDiffers,
  linkTargetDiffers,
  literalMarkup,
  localePunctuation,
  machineDebris,
  markupCountDiffers,
  menuPath,
  mixedScriptInWord,
  nameMissing,
  nativeDigitsInName,
  noBreakSpace,
  numberMissing,
  pattern,
  spaceBeforePunctuation,
  term,
  unpairedBrackets,
  unpairedQuotes,
  untranslated,
  wrongScript,
];
