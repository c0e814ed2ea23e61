import { expect, test } from 'vitest';
import { handOff } from '../../src/ingest/hand-off.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { sourceFile } from './source-file.ts';

const of = (yaml: string): unknown => handOff(ingest(sourceFile(`---\n${yaml}\n---\n`)));

test('reads the four values', () => {
  expect(of('ms.openlocfilehash: 0a1b\nms.lasthandoff: 09/14/2020\nms.translationtype: MT\nms.contentlocale: vi-VN')).toEqual({
    sourceHash: '0a1b',
    date: '2020-09-14',
    provenance: 'MT',
    contentLocale: 'vi-VN',
  });
});

test.each<[string, object]>([
  ['ms.lasthandoff: 2020-09-14', { date: '2020-09-14' }],
  ['ms.lasthandoff: 13/14/2020', { date: undefined }],
  ['ms.lasthandoff: 02/30/2020', { date: undefined }],
  ['ms.lasthandoff: [1]', { date: undefined }],
  ['ms.translationtype: ht', { provenance: 'HT' }],
  ['ms.translationtype: MTE95', { provenance: 'MT' }],
  ['ms.translationtype: Human Translation', { provenance: 'HT' }],
  ['ms.translationtype: AI', { provenance: undefined }],
  ['ms.openlocfilehash: 12345', { sourceHash: '12345' }],
  ['ms.openlocfilehash: 0012e45', { sourceHash: '0012e45' }],
  ['ms.contentlocale: ""', { contentLocale: undefined }],
  ['x: y', { sourceHash: undefined, date: undefined, provenance: undefined, contentLocale: undefined }],
])('%s', (yaml, expected) => {
  expect(of(yaml)).toMatchObject(expected);
});
