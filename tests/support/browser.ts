import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe')),
];

/** For root, for containers, and for machines without a network. */
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update',
  '--disable-default-apps', '--disable-domain-reliability', '--disable-sync', '--no-first-run', '--no-pings', '--font-render-hinting=none',
];

type Launch = () => Promise<Browser>;

/**
 * Starts the first browser that runs: `CHROME_PATH`, an installed Chromium or Chrome, the Chromium inside the npm
 * package @sparticuz/chromium (Linux), one fetched by Playwright. `INTERLINEAR_BROWSER=packaged` leaves the
 * installed ones out.
 * @throws when none starts, with the reason of each
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  const installed = INSTALLED.filter((path) => existsSync(path));
  const ways: readonly (readonly [string, Launch])[] = named !== undefined
    ? [[`CHROME_PATH=${named}`, () => launch(named)]]
    : [
        ...(process.env['INTERLINEAR_BROWSER'] === 'packaged' ? [] : installed.map((path) => [path, () => launch(path)] as const)),
        ['@sparticuz/chromium', launchPackaged],
        ['Playwright\'s own', launchFetched],
      ];
  const reasons: string[] = [];
  for (const [name, open] of ways) {
    try {
      return await open();
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? (error.message.split('\n', 4).join(' ')) : String(error)}`);
    }
  }
  throw new Error(`No browser starts. Install Chromium or Chrome, or name one with CHROME_PATH.\n${reasons.join('\n')}`);
}

function launch(executablePath: string, env?: Readonly<Record<string, string>>): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGS, timeout: 120_000, ...(env ? { env: { ...definedEnv(), ...env } } : {}) });
}

async function launchPackaged(): Promise<Browser> {
  if (process.platform !== 'linux') throw new Error('is for Linux only');
  const packaged = await import('@sparticuz/chromium');
  const path = await packaged.default.executablePath();
  return launch(path).catch(async () => {
    // A machine without NSS and expat: the package has them as well.
    const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
    const libraries = await packaged.inflate(join(bin, 'al2023.tar.br'));
    return launch(path, { LD_LIBRARY_PATH: join(libraries, 'lib') });
  });
}

async function launchFetched(): Promise<Browser> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'install', '--only-shell', 'chromium'], { encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) throw new Error(`cannot be fetched: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  return chromium.launch({ args: ARGS, timeout: 120_000 });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
