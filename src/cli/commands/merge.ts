import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createNodeHost } from '../../host/node-host.ts';
import { createSearchIndex } from '../../host/search-index.ts';
import { stageFolder } from '../../host/staged-folder.ts';
import { reasonOf, writeProblem } from '../../host/system-error.ts';
import type { Host } from '../../model/host.ts';
import { UserError } from '../../model/user-error.ts';
import { checkSite } from '../../project/check-site.ts';
import { joinParts, mergeRecords, orderParts, type FamilyRecords, type PartFolder } from '../../project/merge-shards.ts';
import { parsePart, PART_FILE, RECORDS_FILE } from '../../project/shard-part.ts';
import { countSeverities, toSiteText } from '../../report/site-report.ts';
import type { Command, ExitCode } from '../command.ts';
import { finishSite } from '../finish-site.ts';
import { readHosting } from '../read-hosting.ts';
import { readRecords } from '../record-sink.ts';

export const merge: Command = {
  name: 'merge',
  summary: 'Make one site of the parts that several machines have built.',
  arguments: '[folders …]',
  options: ['out', 'strict', 'host-limits', 'all'],
  details: [
    'Takes the folders that `interlinear build --shard` wrote, or a folder that holds them, and writes the site that one machine would',
    'have built: the same bytes, with search, sitemap and publish.json. Refuses parts of different versions, settings or content,',
    'and parts that are missing or there twice. With --strict it checks the pages (see `interlinear check-site`) before the old site is replaced.',
    '',
    'Examples:',
    '  interlinear merge shards',
    '  interlinear merge shards/1 shards/2 --out public --strict',
  ].join('\n'),
  async run({ options, args, terminal }) {
    const started = performance.now();
    if (args.length === 0) throw new UserError('`interlinear merge` needs the folders of the parts.', 'Write `interlinear merge shards`, or name the folders one by one.');
    const host = createNodeHost();
    const parts = orderParts(args.flatMap((name) => foldersOf(name)).map((name) => readPart(host, name)));
    const facts = parts[0]?.facts;
    if (!facts) throw new Error('No part is left.');
    const hosting = readHosting(options['host-limits'], facts.hosting);
    const outName = options.out ?? 'dist';
    const staged = stageFolder(resolve(outName), [process.cwd(), ...parts.map(({ folder }) => folder)]);
    const search = facts.search ? createSearchIndex() : undefined;
    try {
      terminal.progress('Joining parts');
      const written = joinParts(host, parts, staged.path);
      if (search) {
        terminal.progress('Writing the search index');
        for await (const records of mergeRecords(parts.map(recordsOf))) await search.add(records);
        for (const { written: files } of await search.write(staged.path)) written.push(...files);
      }
      const { budgets } = finishSite({ host, staged, base: facts.base, locales: facts.locales, hosting, redirects: facts.redirects, written });
      const faults = options.strict === true ? checkSite({ host, folder: staged.path, base: facts.base }) : undefined;
      const strictly = options.strict === true && (budgets.length > 0 || (faults && countSeverities(faults.counts).error > 0));
      if (strictly) staged.discard();
      else staged.commit({ base: facts.base });
      terminal.endProgress();
      if (faults && faults.findings.length > 0) terminal.out(toSiteText(faults, { color: terminal.color, all: options.all === true }));
      for (const budget of budgets) terminal.note(`${strictly ? 'error' : 'warning'}: ${budget}`);
      if (strictly) {
        terminal.note(`Nothing was published: --strict stops at errors. ${outName} is as it was.`);
        return 1 satisfies ExitCode;
      }
      const pages = parts.reduce((sum, part) => sum + part.facts.pages, 0);
      terminal.note(`Merged ${parts.length} ${parts.length === 1 ? 'part' : 'parts'} with ${pages} article pages into ${outName} (${((performance.now() - started) / 1000).toFixed(1)} s).`);
      return 0;
    } catch (error) {
      staged.discard();
      throw writeProblem(error) ?? error;
    } finally {
      await search?.close();
    }
  },
};

/** A part's own folder, or the parts that stand in a folder, by name. */
function foldersOf(name: string): string[] {
  if (existsSync(join(name, PART_FILE))) return [name];
  const inside = namesIn(name).filter((entry) => existsSync(join(name, entry, PART_FILE)));
  if (inside.length > 0) return inside.sort().map((entry) => join(name, entry));
  throw new UserError(`${name} is no part of a site and holds none: there is no ${PART_FILE}.`, 'Name folders that `interlinear build --shard` wrote.');
}

/** The search records of a part, which must be as many as it had. */
async function* recordsOf({ folder, name, facts }: PartFolder): AsyncGenerator<FamilyRecords> {
  let families = 0;
  for await (const records of readRecords(join(folder, RECORDS_FILE))) {
    families += 1;
    yield records;
  }
  if (families !== facts.families) throw new UserError(`${name} has the search records of ${families} of ${facts.families} families.`, 'Fetch that part again, or build it again.');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new UserError(`${folder} cannot be read: ${reasonOf(error)}.`, 'Name folders that `interlinear build --shard` wrote.');
  }
}

function readPart(host: Host, name: string): PartFolder {
  const folder = resolve(name);
  const read = host.readText(join(folder, PART_FILE));
  if (read.kind !== 'text') throw new UserError(`${join(name, PART_FILE)} cannot be read.`, 'Fetch that part again, or build it again.');
  return { folder, name, facts: parsePart(read.text, join(name, PART_FILE)) };
}
