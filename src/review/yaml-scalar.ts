import { Scalar, stringify } from 'yaml';

/** Spellings of a text as a YAML scalar, the one that is nearest to how the old one was written first. */
export function yamlSpellings(value: string, old: Pick<Scalar, 'type'>): string[] {
  const styles = [old.type === Scalar.QUOTE_SINGLE || old.type === Scalar.QUOTE_DOUBLE ? old.type : Scalar.PLAIN, Scalar.QUOTE_DOUBLE] as const;
  return styles.map((style) => stringify(value, { defaultStringType: style, lineWidth: 0 }).trimEnd());
}

/** A text of a translator as it stands in YAML: on one line. */
export function oneLine(value: string): string {
  return value.replace(/\s*[\r\n]+\s*/g, ' ');
}
