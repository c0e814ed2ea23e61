import { expect, test } from 'vitest';
import { withoutOutputs } from '../../src/project/without-outputs.ts';
import { memoryHost } from './memory-host.ts';

const MARKER = '{"generator":"interlinear","base":"/"}\n';

test('a site and the parts of one are no content, whatever they are called', () => {
  const host = memoryHost({
    '/c/vi-vn/a.md': '',
    '/c/public/interlinear.json': MARKER,
    '/c/public/vi-vn/a.png': '',
    '/c/shards/2/interlinear.json': MARKER,
    '/c/shards/2/site/x.html': '',
    '/c/shards/note.txt': '',
  }, [{ path: 'public/x', reason: 'broken-link' }, { path: 'vi-vn/x', reason: 'broken-link' }]);
  expect(withoutOutputs(host, '/c', host.listFiles('/c'))).toEqual({ files: ['shards/note.txt', 'vi-vn/a.md'], refused: [{ path: 'vi-vn/x', reason: 'broken-link' }] });
});

test('a file of that name alone makes no output, nor one at the top', () => {
  const host = memoryHost({ '/c/interlinear.json': MARKER, '/c/vi-vn/a.md': '', '/c/vi-vn/interlinear.json': '{"name":"x"}' });
  expect(withoutOutputs(host, '/c', host.listFiles('/c')).files).toEqual(['interlinear.json', 'vi-vn/a.md', 'vi-vn/interlinear.json']);
});
