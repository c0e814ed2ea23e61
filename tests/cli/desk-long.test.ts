import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { deskApp } from '../../src/cli/desk/desk-app.ts';
import { openDesk } from '../../src/cli/desk/open-desk.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { openContent } from '../../src/project/open-content.ts';
import { pathologicalArticle } from '../../scripts/bench/pathological-article.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { article } from '../support/desk-server.ts';

const OWN = '127.0.0.1:4322';

test('while a long article is read for the first time, and while it is sent, others are answered', async () => {
  const root = temporaryFolder({ 'vi-vn/long.md': pathologicalArticle(2_600), 'vi-vn/short.md': article('vi-VN', [['Thư', 'Mail']]) });
  const host = createNodeHost();
  const map = openContent(host, { root, configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const opened = openDesk(host, map, { views: undefined, baseline: [] });
  const app = deskApp({ ...opened, token: 'secret', port: 4322, names: ['127.0.0.1'], anyAddress: false });
  const ask = async (path: string): Promise<Response> => app.request(`http://${OWN}${path}`, { headers: { host: OWN, authorization: 'Bearer secret' } });
  try {
    const order: string[] = [];
    const long = ask('/api/article/vi-vn/long.md').then((response) => (order.push('long'), response));
    for (const path of ['/api/desk', '/api/queue/vi-vn', '/api/article/vi-vn/short.md']) order.push(`${path} ${(await ask(path)).status}`);
    const response = await long;
    expect(order).toEqual(['/api/desk 200', '/api/queue/vi-vn 200', '/api/article/vi-vn/short.md 200', 'long']);
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    let chunks = 0;
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      text += decoder.decode(next.value, { stream: true });
      chunks += 1;
      if (chunks % 5 === 0) expect((await ask('/api/desk')).status).toBe(200);
    }
    expect(chunks).toBeGreaterThan(12);
    expect((JSON.parse(text) as { rows: unknown[] }).rows).toHaveLength(2_600);
  } finally {
    await opened.close();
  }
});
