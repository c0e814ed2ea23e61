import type { DeskArticle } from '../model/desk.ts';
import type { Translation } from '../model/family.ts';
import { deskRow, deskRows, type RowContext } from './desk-rows.ts';

interface ArticleContext extends RowContext {
  readonly title: string;
  readonly slug: string;
}

/** An article in one locale as the desk shows it. */
export function deskArticle(translation: Translation, context: ArticleContext): DeskArticle {
  return { ...withoutRows(translation, context), rows: deskRows(translation, context) };
}

/** The same as JSON, made row by row as it is taken. */
export function* deskArticlePieces(translation: Translation, context: ArticleContext): Generator<string> {
  const toRow = deskRow(translation, context);
  yield `${JSON.stringify(withoutRows(translation, context)).slice(0, -1)},"rows":[`;
  for (const segment of translation.article.segments) yield `${segment.index === 0 ? '' : ','}${JSON.stringify(toRow(segment))}`;
  yield ']}';
}

function withoutRows({ locale, article, handOff }: Translation, { title, slug, findings }: ArticleContext): Omit<DeskArticle, 'rows'> {
  return {
    locale,
    path: article.path,
    title,
    provenance: handOff.provenance,
    slug,
    file: article.file,
    findings: findings.filter(({ segment }) => segment === null),
  };
}
