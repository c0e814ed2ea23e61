import type { Severity } from '../model/finding.ts';
import type { PageBase } from './shell.ts';

/** Reference page of one check. In English, whatever the site's languages. */
export interface CheckPage extends PageBase {
  readonly check: CheckReference;
  /** URL of the list of all checks. */
  readonly listUrl: string;
}

/** The list of all checks. */
export interface CheckListPage extends PageBase {
  /** JSON Schema of `validate --format json`. */
  readonly schemaUrl: string;
  readonly checks: readonly (Pick<CheckReference, 'id' | 'severity' | 'summary' | 'category'> & { readonly url: string })[];
}

/** A check as its reference shows it. */
interface CheckReference {
  readonly id: string;
  readonly category: string | undefined;
  readonly severity: Severity;
  readonly summary: string;
  /** Paragraphs are separated by an empty line; `code` stands in backticks. */
  readonly why: string;
  /** The message as a user reads it, made from the first example that reports something. */
  readonly message: string | undefined;
  readonly examples: readonly CheckExample[];
}

export interface CheckExample {
  readonly name: string;
  /** What is checked, as named texts: `{ label: 'vi-vn/a.md', text: '…' }`. */
  readonly inputs: readonly { readonly label: string; readonly text: string }[];
  /** Messages of the findings; empty: accepted. */
  readonly findings: readonly string[];
}
