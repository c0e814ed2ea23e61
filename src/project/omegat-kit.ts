import type { Term } from '../checks/define-check.ts';
import type { ExchangeFile } from '../model/exchange.ts';
import type { Locale } from '../model/locale.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { compareText } from '../text/compare-text.ts';
import { isSourceText } from './plain-units.ts';

/** The files of an OmegaT project that do not depend on its articles, by their path in the project. */
export function omegatFiles(locale: Locale, sourceLocale: Locale, terms: readonly Term[], siteTitle: string): Readonly<Record<string, string>> {
  return {
    'omegat.project': project(sourceLocale.tag, locale.tag),
    'omegat/omegat.prefs': PREFERENCES,
    'glossary/glossary.txt': glossary(terms, locale),
    'README.txt': `${siteTitle}, ${sourceLocale.tag} to ${locale.tag}. Open this folder with: omegat --config-dir=omegat . (or set in OmegaT: Options > External TMXs > Display level 2 tags).\nTranslate, choose Project > Create Translated Documents, and give the folder target/ back; \`interlinear import target\` takes it.\n`,
  };
}

/** What the memory of a kit holds of a file: translations, without what only repeats its source. */
export function memoryOf(file: ExchangeFile): ExchangeFile {
  return { ...file, units: file.units.filter((unit) => unit.state !== 'initial' && unit.target.raw.trim() !== '' && !isSourceText(unit)) };
}

function project(source: string, target: string): string {
  const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir'].map((name) => `        <${name}>__DEFAULT__</${name}>\n`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
${folders.join('')}        <source_lang>${escapeXml(source)}</source_lang>
        <target_lang>${escapeXml(target)}</target_lang>
        <sentence_seg>false</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
    </project>
</omegat>
`;
}

/** Codes of a memory count only at level 2 (INTERCHANGE.md §1.2); OmegaT keeps that with the user's settings. */
const PREFERENCES = `<?xml version="1.0" encoding="UTF-8"?>
<omegat>
  <preference version="1.0">
    <ext_tmx_show_level2>true</ext_tmx_show_level2>
    <ext_tmx_use_slash>true</ext_tmx_use_slash>
  </preference>
</omegat>
`;

/** One term a line: source, target, note. */
function glossary(terms: readonly Term[], { id }: Locale): string {
  const [language = id] = id.split('-');
  const cell = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return terms
    .flatMap(({ source, targets, note }) => {
      const forms = targets[id] ?? targets[language];
      const words = (list: readonly string[]): string => list.map((form) => cell(form.replace(/^\*|\*$/g, ''))).join(', ');
      if (!forms || forms.use.length === 0) return [];
      const comment = [note, forms.avoid.length > 0 ? `not: ${words(forms.avoid)}` : undefined].filter((text) => text !== undefined).map(cell).join('; ');
      return [[cell(source), words(forms.use), ...(comment === '' ? [] : [comment])].join('\t')];
    })
    .sort(compareText)
    .map((line) => `${line}\n`)
    .join('');
}
