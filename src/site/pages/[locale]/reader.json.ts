import type { APIRoute } from 'astro';
import source from 'virtual:interlinear';
import { readerTexts } from '../../../views/reader-texts.ts';
import { uiFor } from '../../../views/ui.ts';

export function getStaticPaths(): { params: { locale: string } }[] {
  return source.homePaths().map((locale: string) => ({ params: { locale } }));
}

export const GET: APIRoute = ({ params }) => Response.json(readerTexts(uiFor(source.shell(params['locale'] ?? '').locale)));
