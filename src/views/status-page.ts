import type { ContentStatus, StatusRecord } from '../model/status.ts';
import type { SectionPage } from './section-page.ts';

/** How far the translations are. In English, whatever the site's languages. */
export interface StatusPage extends Omit<SectionPage, 'items'> {
  readonly status: ContentStatus;
  /** Names of the locales by id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Oldest first; empty when none is kept. */
  readonly history: readonly StatusRecord[];
  /** Style sheet of this page alone. */
  readonly styleUrl: string;
  /** URL of the folder of the badges, with a trailing slash. */
  readonly badgesUrl: string;
}
