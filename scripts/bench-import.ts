// Prints how long and how much memory `interlinear export` and `interlinear import` take for files of 60 MB in every
// format; the goal is less than 300 MB. Asserts nothing. Makes its own content.
//   node scripts/bench-import.ts [--size 60] [--only csv,po]
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXCHANGE_FORMATS } from '../src/exchange/formats.ts';
import { table } from '../src/report/table.ts';
import { measureProcess, measuringMethod, type Measured } from './bench/measure-process.ts';
import { pathologicalArticle } from './bench/pathological-article.ts';

const CLI = join(fileURLToPath(new URL('..', import.meta.url)), 'src/cli/interlinear.mjs');
const SEGMENTS = 200;

const { values } = parseArgs({ options: { size: { type: 'string', default: '60' }, only: { type: 'string' } } });
const scratch = mkdtempSync(join(tmpdir(), 'interlinear-bench-import-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(130));
await main(Number(values.size) * 1e6, values.only?.split(','));

async function main(size: number, only: readonly string[] | undefined): Promise<void> {
  const rows = [['format', 'file', 'export', 'CPU', 'peak', 'import', 'CPU', 'peak']];
  const content = join(scratch, 'content');
  for (const { name, extension } of EXCHANGE_FORMATS.filter((format) => only?.includes(format.name) ?? true)) {
    const file = join(scratch, `all.${extension}`);
    // A file of one article says how many make the size.
    writeContent(content, 1);
    await interlinear('export', '--content', content, '--locale', 'vi-vn', '--format', name, '--out', file);
    writeContent(content, Math.ceil(size / statSync(file).size));
    const written = await interlinear('export', '--content', content, '--locale', 'vi-vn', '--format', name, '--out', file);
    const read = await interlinear('import', file, '--content', content, '--dry-run');
    if (written.exitCode !== 0 || read.exitCode !== 0) console.error(name, written.output.slice(-500), read.output.slice(-500));
    rows.push([name, mb(statSync(file).size / 1e6), ...shown(written), ...shown(read)]);
    console.error(rows.at(-1)?.join('  '), read.output.split('\n')[0]);
    rmSync(file);
  }
  console.log([...table(rows), '', measuringMethod()].join('\n'));
}

function writeContent(folder: string, articles: number): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'vi-vn'), { recursive: true });
  const text = pathologicalArticle(SEGMENTS);
  for (let number = 0; number < articles; number++) writeFileSync(join(folder, 'vi-vn', `article-${number}.md`), text.replace('Verani', `Verani ${number}`));
}

function interlinear(...args: readonly string[]): Promise<Measured> {
  return measureProcess(process.execPath, [CLI, ...args], { scratch });
}

function shown({ wall, cpu, peak }: Measured): string[] {
  return [`${wall.toFixed(1)} s`, cpu === undefined ? '' : `${cpu.toFixed(1)} s`, peak === undefined ? '' : mb(peak)];
}

function mb(size: number): string {
  return `${size.toFixed(0)} MB`;
}
