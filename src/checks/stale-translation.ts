import type { SegmentChange } from '../model/family.ts';
import { defineCheck } from './define-check.ts';
import { countOf } from './shared/count-of.ts';
import { listOf } from './shared/list-of.ts';

type Args = { readonly edited: number; readonly added: number; readonly removed: number; readonly date: string; readonly newest: string };

export default defineCheck<Args>({
  id: 'stale-translation',
  category: 'alignment',
  scope: 'family',
  severity: 'warning',
  summary: 'A translation was made from the newest version of its source.',
  why: 'The page tells its readers something that the original no longer says, or keeps something new from them.',
  whatToDo: 'Hand the article off again. The changed sentences are listed on the article’s page; unchanged ones can be kept.',
  message: ({ edited, added, removed, date, newest }) => {
    const counts = [[edited, 'edited'], [added, 'new'], [removed, 'removed']] as const;
    const changes = counts.filter(([count]) => count > 0).map(([count, what], index) => `${index === 0 ? countOf(count, 'sentence') : count} ${what}`);
    const dates = date && newest && date !== newest ? ` (handed off ${date}, newest ${newest})` : '';
    return `The translation is made from an older source${dates}: ${changes.length > 0 ? listOf(changes) : 'its structure changed'} since. Hand it off again.`;
  },
  examples: [
    { name: 'the same source', content: { 'de-de/guide.md': '⟦Hallo.⟧⟪Hello.⟫', 'ja-jp/guide.md': '⟦こんにちは。⟧⟪Hello.⟫' }, expected: [] },
    {
      name: 'a sentence was edited and one added',
      content: {
        'de-de/guide.md':
          '---\nms.openlocfilehash: b0b0000000000000000000000000000000000002\nms.lasthandoff: 03/04/2026\n---\n⟦Öffnen Sie die neue App.⟧⟪Open the new app.⟫ ⟦Melden Sie sich an.⟧⟪Sign in.⟫',
        'ja-jp/guide.md': '---\nms.openlocfilehash: a11ce00000000000000000000000000000000001\nms.lasthandoff: 01/02/2026\n---\n⟦アプリを開きます。⟧⟪Open the app.⟫',
      },
      expected: [{ edited: 1, added: 1, removed: 0, date: '2026-01-02', newest: '2026-03-04' }],
    },
  ],
  *run({ family }) {
    for (const { locale, version, changes, handOff } of family.translations) {
      if (version === 0) continue;
      const count = (kind: SegmentChange['kind']): number => changes.filter((change) => change.kind === kind).length;
      yield {
        locale,
        args: { edited: count('edited'), added: count('new'), removed: count('removed'), date: handOff.date ?? '', newest: family.versions[0]?.date ?? '' },
      };
    }
  },
});
