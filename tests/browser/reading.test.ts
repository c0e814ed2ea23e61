import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { canFindText } from '../support/browser.ts';
import { LOCAL_PAGES } from '../support/site-pages.ts';
import { chooseMode as choose, MODES, openOriginals, overflow, useBrowser } from '../support/visit.ts';

const EXTENSIONS = LOCAL_PAGES['article with every extension'] ?? '';
const ARTICLE = LOCAL_PAGES['article'] ?? '';

const { origin } = inject('own');
const openVisit = useBrowser();
const openFinding = useBrowser({ findsText: true });

describe('without JavaScript', () => {
  test('the four modes are one group of radio buttons in the first screen, in the language of the reader', async () => {
    await visit(`/vi-vn/${EXTENSIONS}`, { javaScriptEnabled: false, viewport: { width: 390, height: 700 } }, async (page) => {
      const group = page.getByRole('group', { name: 'Cách đọc' });
      const box = await group.boundingBox();
      expect(box !== null && box.y + box.height < 700).toBe(true);
      expect(await group.getByRole('radio').evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.innerText.trim()))).toEqual(['Bản dịch', 'Bản gốc khi cần', 'Song song', 'Bản gốc']);
      expect(await group.getByRole('radio', { checked: true }).getAttribute('value')).toBe('translation');
    });
  });

  test.each([
    ['translation', true, false, false],
    ['demand', true, true, false],
    ['both', true, false, true],
    ['original', false, false, true],
  ] as const)('%s', async (mode, target, control, source) => {
    await visit(`/vi-vn/${EXTENSIONS}`, { javaScriptEnabled: false }, async (page) => {
      await choose(page, mode);
      const block = page.locator('#article p > .b').first();
      expect([await isShown(block.locator('.t')), await isShown(block.locator('.k')), await isShown(block.locator('.o'))]).toEqual([target, control, source]);
    });
  });

  test('the control of a block opens its source under it', async () => {
    await visit(`/vi-vn/${EXTENSIONS}`, { javaScriptEnabled: false }, async (page) => {
      await choose(page, 'demand');
      const block = page.locator('#article p > .b').first();
      const control = block.getByRole('checkbox', { name: 'Hiện bản gốc' });
      await control.check();
      expect(await isShown(block.locator('.o'))).toBe(true);
      const [target, source] = await Promise.all([block.locator('.t').boundingBox(), block.locator('.o').boundingBox()]);
      expect((source?.y ?? 0) >= (target?.y ?? 0) + (target?.height ?? 0) - 8).toBe(true);
      await control.uncheck();
      expect(await isShown(block.locator('.o'))).toBe(false);
    });
  });
});

test('pages without a source beside their text have no modes', async () => {
  for (const path of ['/en-us/publish/continuous-integration/', '/ar-sa/publish/continuous-integration/', '/vi-vn/', '/vi-vn/format/']) {
    await visit(path, {}, async (page) => expect([path, await page.locator('[name=x-mode], .k, #article .o').count()]).toEqual([path, 0]));
  }
});

test('the modes are chosen by keys, and the choice is kept for the whole site from the first paint', async () => {
  const { page, close } = await openVisit(`${origin}/ja-jp/${ARTICLE}`);
  await page.locator('#x-translation').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await modeOf(page)).toBe('both');
  await page.addInitScript(() => {
    const seen: (string | undefined)[] = [];
    Reflect.set(window, 'seen', seen);
    const look = (): void => {
      if (document.querySelector('#article .b')) seen.push(document.querySelector<HTMLInputElement>('[name=x-mode]:checked')?.value);
      if (seen.length < 3) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${origin}/ar-sa/${EXTENSIONS}`);
  await page.waitForFunction(() => Reflect.get(window, 'seen').length === 3);
  expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual(['both', 'both', 'both']);
  await close();
});

test('a stored choice that is none is ignored', async () => {
  const { page, close } = await openVisit('about:blank');
  await page.addInitScript(() => localStorage.setItem('interlinear-mode', 'show"]'));
  await page.goto(`${origin}/vi-vn/${ARTICLE}`);
  expect(await modeOf(page)).toBe('translation');
  await close();
});

describe('original on demand', () => {
  test('every block with a source has one control of 24 px, and no block without', async () => {
    await visit(`/vi-vn/${EXTENSIONS}`, {}, async (page) => {
      await choose(page, 'demand');
      const controls = await page.locator('#article .b').evaluateAll((blocks) => blocks.filter((block) => block.closest('a') === null && block.querySelector('[data-s]')).map((block) => {
        // Texts that are a name themselves have it beside them.
        const holder = block.closest('label') ? block.closest('.tabs') : block.closest('h1, h2, h3, h4, h5, h6, summary') ? block.closest('.h') : block;
        const own = holder?.querySelectorAll(':scope > .k') ?? [];
        const box = own[0]?.getBoundingClientRect();
        return [own.length, block.closest('.tab-panel, details') !== null || (box !== undefined && box.width >= 24 && box.height >= 24)];
      }));
      expect(controls.length).toBeGreaterThan(20);
      expect(controls.filter(([count, large]) => count !== 1 || !large)).toEqual([]);
    });
  });

  test('o opens the block of the focus, Esc closes it, the focus stays and nothing above moves', async () => {
    await visit(`/vi-vn/${EXTENSIONS}`, {}, async (page) => {
      await choose(page, 'demand');
      const block = page.locator('#article p > .b').nth(2);
      const control = block.locator('.k');
      await control.focus();
      const before = await block.boundingBox();
      await page.keyboard.press('o');
      await expect.poll(async () => [await isShown(block.locator('.o')), await control.isChecked(), await hasFocus(control)]).toEqual([true, true, true]);
      const after = await block.boundingBox();
      expect(after?.y).toBe(before?.y);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.matches('.o [data-s]'))).toBe(true);
      // A menu of the sentence may be open above it, and closes first.
      await page.locator('.segment-menu').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.segment-menu').waitFor({ state: 'hidden' });
      expect(await isShown(block.locator('.o'))).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(async () => [await isShown(block.locator('.o')), await control.isChecked(), await hasFocus(control)]).toEqual([false, false, true]);
      await page.keyboard.press('o');
      await expect.poll(() => isShown(block.locator('.o'))).toBe(true);
      await page.keyboard.press('o');
      await expect.poll(() => isShown(block.locator('.o'))).toBe(false);
    });
  });

  test('o without a focus opens the block at the top of the screen, in the mode of the translation as well, and is a letter in a field', async () => {
    await visit(`/de-de/${EXTENSIONS}`, {}, async (page) => {
      const block = page.locator('#article h2 > .b').nth(1);
      await block.evaluate((node) => node.scrollIntoView());
      await page.keyboard.press('o');
      await expect.poll(() => isShown(block.locator('.o'))).toBe(true);
      await page.locator('[popovertarget="site-languages"]').first().click();
      await page.keyboard.press('Escape');
      expect([await page.locator('#site-languages').isVisible(), await isShown(block.locator('.o'))]).toEqual([false, true]);
      await page.keyboard.press('Escape');
      await expect.poll(() => isShown(block.locator('.o'))).toBe(false);
      await page.keyboard.press('/');
      await page.locator('site-search input[type=search]').press('o');
      expect(await page.locator('#article .k:checked').count()).toBe(0);
    });
  });

  test('what the browser finds in a closed original opens it, and it can be closed', async ({ skip }) => {
    skip(!canFindText(), 'needs an installed Chromium or Chrome: the packaged one finds no text');
    const { page, problems, close } = await openFinding(`${origin}/vi-vn/${EXTENSIONS}`);
    await choose(page, 'demand');
    const block = page.locator('#article p > .b').first();
    expect(await block.locator('.o').getAttribute('hidden')).toBe('until-found');
    const words = await block.locator('[data-s]').first().evaluate((node) => node.textContent?.trim().split(/\s+/).slice(0, 5).join(' ') ?? '');
    // No command finds text in a page; a link to a text finds and opens it in the same way.
    await page.goto(`${origin}/vi-vn/${ARTICLE}`);
    await page.goto(`${origin}/vi-vn/${EXTENSIONS}#:~:text=${encodeURIComponent(words)}`);
    await page.waitForFunction(() => document.querySelector('#article .o:not([hidden])'));
    expect([await isShown(block.locator('.o')), await block.locator('.k').isChecked()]).toEqual([true, true]);
    await block.locator('.k').uncheck();
    expect([await isShown(block.locator('.o')), await block.locator('.o').getAttribute('hidden')]).toEqual([false, 'until-found']);
    expect(problems).toEqual([]);
    await close();
  });

  test('selecting everything copies the translation alone; a selection that starts in the original, the original alone', async () => {
    await visit(`/vi-vn/${EXTENSIONS}`, {}, async (page) => {
      for (const mode of ['demand', 'both'] as const) {
        await choose(page, mode);
        const block = page.locator('#article p > .b').first();
        if (mode === 'demand') await block.locator('.k').check();
        const selected = (): Promise<string> => page.evaluate(() => {
          getSelection()?.selectAllChildren(document.querySelector('#article')!);
          return String(getSelection());
        });
        const [target, source] = [await block.locator('.t').innerText(), await block.locator('.o').innerText()];
        const translation = await selected();
        expect([translation.includes(target), translation.includes(source)]).toEqual([true, false]);
        await block.locator('.o').click();
        const original = await selected();
        expect([original.includes(target), original.includes(source)]).toEqual([false, true]);
        await block.locator('.t').click();
      }
    });
  });

  test('a closed original is in nobody\'s way: not in the accessibility tree, no stop of the Tab key', async () => {
    await visit(`/vi-vn/${EXTENSIONS}`, {}, async (page) => {
      for (const mode of ['translation', 'demand'] as const) {
        await choose(page, mode);
        const tree = await page.locator('#article').ariaSnapshot();
        expect(tree).not.toContain('Articles are written in Markdown');
        expect(tree).toContain('Bài viết được soạn bằng Markdown');
      }
      await page.locator('#article p > .b .k').first().focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('k');
    });
  });
});

describe.each([['vi-vn', 'ltr'], ['ar-sa', 'rtl']] as const)('side by side, %s', (locale, dir) => {
  test('each block has its source beside it, in a column of its own', async () => {
    await visit(`/${locale}/${EXTENSIONS}`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await choose(page, 'both');
      const faults = await columnFaults(page, dir);
      expect(faults.checked).toBeGreaterThan(20);
      expect(faults.found).toEqual([]);
      // One gutter for the whole article, however deep a block is nested.
      const edges = await page.locator('#article .o').evaluateAll((sources, rtl) => sources.filter((source) => source.checkVisibility() && !source.closest('label, table')).map((source) => {
        const { left, right } = source.getBoundingClientRect();
        return Math.round(rtl ? right : left);
      }), dir === 'rtl');
      expect(Math.max(...edges) - Math.min(...edges)).toBeLessThanOrEqual(2);
    });
  });

  test('the source has its own language and direction', async () => {
    await visit(`/${locale}/${EXTENSIONS}`, {}, async (page) => {
      await choose(page, 'both');
      const block = page.locator('#article p > .b').first();
      expect(await block.evaluate((node) => Array.from(node.querySelectorAll(':scope > .t, :scope > .o'), (side) => [getComputedStyle(side).direction, side.closest('[lang]')?.getAttribute('lang')]))).toEqual([
        [dir, locale === 'ar-sa' ? 'ar-SA' : 'vi-VN'], ['ltr', 'en-US'],
      ]);
    });
  });

  test('tables align row by row', async () => {
    await visit(`/${locale}/${ARTICLE}`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await choose(page, 'both');
      expect(await page.locator('#article td .b').count()).toBeGreaterThan(3);
      expect((await columnFaults(page, dir)).found).toEqual([]);
    });
  });

  test('code is as wide as both columns', async () => {
    await visit(`/${locale}/${EXTENSIONS}`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await choose(page, 'both');
      const [article, code] = await Promise.all([page.locator('#article').boundingBox(), page.locator('#article pre:visible').last().boundingBox()]);
      expect(Math.abs((article?.width ?? 0) - (code?.width ?? 0))).toBeLessThanOrEqual(1);
    });
  });

  test('under 700 px the source stands below its target', async () => {
    await visit(`/${locale}/${EXTENSIONS}`, { viewport: { width: 699, height: 900 } }, async (page) => {
      await choose(page, 'both');
      const below = await page.locator('#article p > .b').evaluateAll((blocks) => blocks.filter((block) => block.checkVisibility()).map((block) => {
        const [target, source] = [block.querySelector('.t'), block.querySelector('.o')].map((side) => side?.getBoundingClientRect());
        return target !== undefined && source !== undefined && source.top >= target.bottom - 4;
      }));
      expect([below.length > 5, below.every(Boolean)]).toEqual([true, true]);
    });
  });
});

test('sentences that answer each other are marked, from either side, by pointer and by focus', async () => {
  await visit(`/vi-vn/${EXTENSIONS}`, {}, async (page) => {
    await choose(page, 'both');
    const source = page.locator('#article p .o [data-s]').nth(1);
    const id = (await source.getAttribute('data-s')) ?? '';
    const marked = (): Promise<(string | null)[]> => page.locator('.mate').evaluateAll((nodes) => nodes.map((node) => node.id || node.getAttribute('data-s')));
    await source.hover();
    expect(await marked()).toEqual([id, id]);
    await page.locator('h1').hover({ position: { x: 2, y: 2 }, force: true });
    await page.locator(`#${id}`).hover();
    expect(await marked()).toEqual([id, id]);
    expect(await page.locator('.mate').evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).textDecorationLine))).toEqual(['underline', 'underline']);
    await page.mouse.move(0, 0);
    expect(await marked()).toEqual([]);
    await source.focus();
    expect(await marked()).toEqual([id, id]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await marked())[0]).not.toBe(id);
    await page.locator(`#${id}`).focus();
    expect(await marked()).toEqual([id, id]);
  });
});

test('a link to a sentence marks its partner; where the original stands alone, it leads there', async () => {
  for (const mode of ['both', 'original'] as const) {
    const { page, close } = await openVisit('about:blank', { viewport: { width: 1000, height: 500 }, locale: 'ar-SA' });
    await page.addInitScript((value) => localStorage.setItem('interlinear-mode', value), mode);
    await page.goto(`${origin}/ar-sa/${EXTENSIONS}`);
    const id = (await page.locator('#article > p [data-s]').last().getAttribute('data-s')) ?? '';
    // As from another page: a reload would restore the place of before, which need not be that of the link.
    await page.goto('about:blank');
    await page.goto(`${origin}/ar-sa/${EXTENSIONS}#${id}`);
    const inView = (selector: string): Promise<unknown> => page.waitForFunction((wanted) => {
      const top = document.querySelector(wanted)?.getBoundingClientRect().top ?? -1;
      return top >= 40 && top < 500;
    }, selector);
    await inView(`[data-s="${id}"]`);
    expect(await page.locator('.mate').count()).toBe(2);
    const heading = (await page.locator('#article h2').last().getAttribute('id')) ?? '';
    await page.evaluate((hash) => (location.hash = hash), heading);
    await inView(`#${heading}`);
    await close();
  }
});

test('the original alone reads from left to right in a right-to-left site, whose interface stays', async () => {
  await visit(`/ar-sa/${EXTENSIONS}`, {}, async (page) => {
    await choose(page, 'original');
    expect(await page.locator('#article').evaluate((node) => getComputedStyle(node).direction)).toBe('ltr');
    const text = await page.locator('#article h1').innerText();
    expect([text, await page.locator('.contents a').first().innerText()]).toEqual(['Alerts, tabs and code', 'Alerts']);
    expect(await page.locator('#article .alert-title').first().innerText()).toMatch(/\p{Script=Arabic}/u);
    expect(await page.locator('html').evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
  });
});

describe.each(['vi-vn', 'ar-sa'])('%s', (locale) => {
  test.each(MODES)('%s: no wider than the screen', async (mode) => {
    await visit(`/${locale}/${EXTENSIONS}`, {}, async (page) => {
      await choose(page, mode);
      if (mode === 'demand') await openOriginals(page);
      const found: string[] = [];
      for (const width of [320, 700, 760, 960, 1248]) {
        await page.setViewportSize({ width, height: 700 });
        const extra = await overflow(page);
        if (extra > 0) found.push(`${width} px: ${extra} px too wide`);
      }
      expect(found).toEqual([]);
    });
  });
});

test.each([
  ['translation', false],
  ['demand', true],
  ['both', true],
] as const)('%s on paper', async (mode, source) => {
  await visit(`/vi-vn/${EXTENSIONS}`, {}, async (page) => {
    await choose(page, mode);
    await page.emulateMedia({ media: 'print' });
    const block = page.locator('#article p > .b').first();
    expect([await isShown(block.locator('.o')), await isShown(block.locator('.k')), await page.locator('.modes').isVisible()]).toEqual([source, false, false]);
  });
});

async function visit(path: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const { page, problems, close } = await openVisit(origin + path, options);
  try {
    await use(page);
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
}

function modeOf(page: Page): Promise<string | null> {
  return page.locator('[name=x-mode]:checked').getAttribute('value');
}

/** Whether a reader sees it: closed originals have boxes without content. */
function isShown(locator: ReturnType<Page['locator']>): Promise<boolean> {
  return locator.evaluate((node) => {
    const inner = node.querySelector('[data-s], [id]') ?? node;
    return inner.checkVisibility({ visibilityProperty: true }) && getComputedStyle(node).contentVisibility !== 'hidden' && inner.getBoundingClientRect().height > 0;
  });
}

function hasFocus(locator: ReturnType<Page['locator']>): Promise<boolean> {
  return locator.evaluate((node) => node === document.activeElement);
}

/** Blocks whose two sides do not start at the same height, or are not beside each other. */
function columnFaults(page: Page, dir: 'ltr' | 'rtl'): Promise<{ checked: number; found: string[] }> {
  return page.locator('#article .b').evaluateAll((blocks, rtl) => {
    const shown = blocks.filter((block) => block.checkVisibility() && !block.closest('label') && !block.closest('table')?.matches(':has(tr > :nth-child(3))'));
    const found = shown.flatMap((block) => {
      const [target, source] = [block.querySelector('.t'), block.querySelector('.o')].map((side) => side?.getBoundingClientRect());
      if (!target || !source) return ['no sides'];
      const beside = rtl ? source.right <= target.left : source.left >= target.right;
      return Math.abs(target.top - source.top) < 1 && beside ? [] : [`${block.textContent?.slice(0, 40)}: ${target.top} ${target.left}–${target.right}, ${source.top} ${source.left}–${source.right}`];
    });
    return { checked: shown.length, found };
  }, dir === 'rtl');
}
