/** Interface texts that scripts load when they need them: `<locale>/reader.json`. */
export interface ReaderTexts {
  /** Language and direction of the texts. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly suggest: string;
  readonly close: string;
  readonly menu: string;
  readonly copy: string;
  readonly copied: string;
  readonly edit: string;
  readonly changed: string;
  readonly failed: string;
  readonly differs: string;
  readonly offer: string;
}
