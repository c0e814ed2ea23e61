import type { DeskArticle } from '../model/desk.ts';
import type { Translation } from '../model/family.ts';
import { deskRows, type RowContext } from './desk-rows.ts';

/** An article in one locale as the desk shows it. */
export function deskArticle(translation: Translation, { title, slug, ...context }: RowContext & { readonly title: string; readonly slug: string }): DeskArticle {
  const { locale, article, handOff } = translation;
  return {
    locale,
    path: article.path,
    title,
    provenance: handOff.provenance,
    slug,
    file: article.file,
    rows: deskRows(translation, context),
    findings: context.findings.filter(({ segment }) => segment === null),
  };
}
