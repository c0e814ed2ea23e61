import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { ptBR } from './pt-br.ts';
import { ru } from './ru.ts';
import { srLatn } from './sr-latn.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import { vi } from './vi.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';
import type { UiStrings } from './ui-strings.ts';

/** Interface texts by language: one row per file of this folder. Keys are BCP 47, no two with the same language and script. */
export const uiLanguages = {
  en,
  vi,
  ar,
  ja,
  de,
  fr,
  he,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ko,
  ru,
  es,
  'pt-BR': ptBR,
  th,
  'sr-Latn': srLatn,
  tr,
} satisfies Record<string, UiStrings>;
