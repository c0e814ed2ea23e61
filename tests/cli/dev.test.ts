import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { article, startTool } from './run-tool.ts';

test('dev serves the site, follows an edit and a new file, and stops', async () => {
  const folder = temporaryFolder({ 'content/vi-vn/a.md': article('vi-VN', 'Chào', 'Hello') });
  const tool = startTool(folder, ['dev', '--port', '0']);
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    tool.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = / at (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    tool.once('exit', () => reject(new Error(`dev ended: ${said}`)));
  });
  try {
    expect(await text(`${url}vi-vn/a/`)).toContain('Chào');
    expect(await text(`${url}en-us/a/`)).toContain('Hello');
    const file = join(folder, 'content/vi-vn/a.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Chào', 'Xin chào bạn'));
    await eventually(async () => expect(await text(`${url}vi-vn/a/`)).toContain('Xin chào bạn'));
    writeFileSync(join(folder, 'content/vi-vn/b.md'), article('vi-VN', 'Mới', 'New'));
    await eventually(async () => expect(await text(`${url}vi-vn/b/`)).toContain('Mới'));
  } finally {
    tool.kill('SIGINT');
  }
  const [code] = await once(tool, 'exit');
  expect(code).toBe(0);
});

async function text(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** Tries again until it holds; a server that restarts is away for a moment. */
async function eventually(holds: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await holds();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}
