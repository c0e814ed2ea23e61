import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { PROJECT } from './run-cli.ts';

const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';
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

/** Where packed browsers are unpacked; a new installation of the packages begins without them. */
const UNPACKED = join(PROJECT, 'node_modules/.cache/interlinear-browser');

type Launch = () => Promise<Browser>;

export interface BrowserNeeds {
  /** The packaged Chromium finds no text in a page: it comes without the data by which words are compared. */
  readonly findsText?: boolean;
}

/**
 * Starts the first browser that runs: `CHROME_PATH`, an installed headless shell of Chromium, the one inside the npm
 * package @sparticuz/chromium (Linux), an installed Chromium or Chrome, one fetched by Playwright. A headless shell takes a
 * third of the time of a whole Chromium.
 * @throws when none starts, with the reason of each
 */
export async function openBrowser({ findsText = false }: BrowserNeeds = {}): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  const open = (path: string): readonly (readonly [string, Launch])[] => (existsSync(path) ? [[path, () => launch(path)]] : []);
  const ways: readonly (readonly [string, Launch])[] = named !== undefined
    ? [[`CHROME_PATH=${named}`, () => launch(named)]]
    : [
        ...open(HEADLESS_SHELL),
        ...(findsText ? [] : [['@sparticuz/chromium', launchPackaged] as const]),
        ...INSTALLED.flatMap(open),
        ['Playwright\'s own', launchFetched],
      ];
  const reasons: string[] = [];
  for (const [name, start] of ways) {
    try {
      return await start();
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? (error.message.split('\n', 4).join(' ')) : String(error)}`);
    }
  }
  throw new Error(`No browser starts. Install Chromium or Chrome, or name one with CHROME_PATH.\n${reasons.join('\n')}`);
}

/** Whether some browser here finds text in a page. */
export function canFindText(): boolean {
  return process.env['CHROME_PATH'] !== undefined || [HEADLESS_SHELL, ...INSTALLED].some((path) => existsSync(path));
}

function launch(executablePath: string, env?: Readonly<Record<string, string>>): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGS, timeout: 120_000, ...(env ? { env: { ...definedEnv(), ...env } } : {}) });
}

async function launchPackaged(): Promise<Browser> {
  if (process.platform !== 'linux') throw new Error('is for Linux only');
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const path = unpack('chromium', (place) => {
    writeFileSync(place, brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))));
    chmodSync(place, 0o755);
  });
  return launch(path).catch(() => {
    // A machine without NSS and expat: the package has them as well.
    const libraries = unpack('libraries', (place) => {
      mkdirSync(place);
      const { status, stderr } = spawnSync('tar', ['-x', '-C', place], { input: brotliDecompressSync(readFileSync(join(packed, 'al2023.tar.br'))), encoding: 'utf8' });
      if (status !== 0) throw new Error(`tar: ${stderr}`);
    });
    return launch(path, { LD_LIBRARY_PATH: join(libraries, 'lib') });
  });
}

/** What is made whole before it has its name: several tests may want it at the same time, and one may be stopped in between. */
function unpack(name: string, make: (place: string) => void): string {
  const place = join(UNPACKED, name);
  if (existsSync(place)) return place;
  mkdirSync(UNPACKED, { recursive: true });
  const staged = mkdtempSync(join(UNPACKED, 'staged-'));
  try {
    make(join(staged, name));
    renameSync(join(staged, name), place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  return place;
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
