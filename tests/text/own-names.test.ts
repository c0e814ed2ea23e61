import { expect, test } from 'vitest';
import { ownName } from '../../src/text/own-names.ts';

const TAGS = 'af-ZA am-ET ar-SA ar-EG az-Latn-AZ be-BY bg-BG bn-BD bn-IN bs-Latn-BA ca-ES cs-CZ cy-GB da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-IN en-US es-ES es-MX et-EE eu-ES fa-IR fi-FI fil-PH fr-BE fr-CA fr-FR ga-IE gl-ES gu-IN he-IL hi-IN hr-HR hu-HU hy-AM id-ID is-IS it-CH it-IT ja-JP ka-GE kk-KZ km-KH kn-IN ko-KR ky-KG lo-LA lt-LT lv-LV mk-MK ml-IN mn-MN mr-IN ms-MY my-MM nb-NO ne-NP nl-BE nl-NL nn-NO or-IN pa-IN pl-PL ps-AF pt-BR pt-PT ro-RO ru-RU si-LK sk-SK sl-SI sq-AL sr-Cyrl-RS sr-Latn-RS sr-RS sv-SE sw-KE ta-IN te-IN tg-TJ th-TH tk-TM tr-TR uk-UA ur-PK uz-Latn-UZ vi-VN zh-CN zh-HK zh-Hans zh-Hant zh-TW zu-ZA'.split(' ');

test.each(TAGS)('the name that %s has for itself is that of the Unicode locale data', (tag) => {
  const names = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' });
  expect(ownName(tag)).toBe(names.of(new Intl.Locale(tag).language));
});

test.each([['pt-BR', 'pt-BR', 'português (Brasil)'], ['zh-TW', 'zh-Hant', '中文（繁體）'], ['sr-Latn-RS', 'sr-Latn', 'srpski (latinica)'], ['mi-NZ', 'mi', 'Māori']])('%s as %s: %s', (tag, named, name) => {
  expect(ownName(tag, named)).toBe(name);
});
