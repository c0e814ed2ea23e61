import type { QueueItem } from '../../model/desk.ts';
import type { Severity } from '../../model/finding.ts';
import { compareText } from '../../text/compare-text.ts';

export interface QueueFilter {
  readonly state: '' | 'open' | 'done' | 'rejected' | 'stale' | 'drafts';
  readonly provenance: '' | 'MT' | 'HT';
  readonly severity: '' | Severity;
  readonly rule: string;
  readonly section: string;
  readonly text: string;
  readonly order: 'worst' | 'read' | 'oldest' | 'path';
}

export const NO_FILTER: QueueFilter = { state: '', provenance: '', severity: '', rule: '', section: '', text: '', order: 'worst' };

/** The articles that a filter leaves, in its order; equals in path order. `drafts`: number of drafts by path. */
export function orderQueue(items: readonly QueueItem[], filter: QueueFilter, drafts: ReadonlyMap<string, number>): QueueItem[] {
  const words = filter.text.trim().toLowerCase();
  const left = items.filter((item) =>
    hasState(item, filter.state, drafts)
    && (filter.provenance === '' || item.provenance === filter.provenance)
    && (filter.severity === '' || item.findings[filter.severity] > 0)
    && (filter.rule === '' || item.rules.includes(filter.rule))
    && (filter.section === '' || item.section === filter.section)
    && (words === '' || item.title.toLowerCase().includes(words) || item.path.toLowerCase().includes(words)));
  const rank = RANKS[filter.order];
  return left.map((item) => ({ item, rank: rank(item) })).sort((a, b) => b.rank - a.rank || (filter.order === 'oldest' ? compareText(a.item.date ?? '\uffff', b.item.date ?? '\uffff') : 0) || compareText(a.item.path, b.item.path)).map(({ item }) => item);
}

/** Findings per 100 words. */
export function findingDensity({ findings, words }: QueueItem): number {
  return ((findings.error + findings.warning + findings.info) / Math.max(words, 1)) * 100;
}

const RANKS: Readonly<Record<QueueFilter['order'], (item: QueueItem) => number>> = {
  worst: findingDensity,
  read: (item) => item.views ?? 0,
  oldest: () => 0,
  path: () => 0,
};

function hasState({ segments, reviewed, rejected, stale, path }: QueueItem, state: QueueFilter['state'], drafts: ReadonlyMap<string, number>): boolean {
  switch (state) {
    case 'open': return reviewed < segments;
    case 'done': return reviewed >= segments;
    case 'rejected': return rejected > 0;
    case 'stale': return stale > 0;
    case 'drafts': return drafts.has(path);
    default: return true;
  }
}
