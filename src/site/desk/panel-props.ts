import type { DeskInfo, DeskLocale, DeskRow, SegmentContextResponse } from '../../model/desk.ts';

export const PANEL_TABS = ['page', 'context', 'languages', 'concordance', 'help'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

/** What is looked for in the concordance. */
export interface Query {
  readonly words: string;
  readonly side: 'source' | 'target';
}

export interface PanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly info: DeskInfo;
  readonly locale: DeskLocale | undefined;
  readonly path: string;
  readonly row: DeskRow;
  /** Another one after every change of the article. */
  readonly version: object;
  /** Undefined until it has come. */
  readonly context: SegmentContextResponse | undefined;
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
  /** Rule whose help was asked for; empty for those of the row. */
  readonly rule: string;
  readonly onGo: (ordinal: string) => void;
  /** Takes a target over into the editor. */
  readonly onUse: (raw: string) => void;
}
