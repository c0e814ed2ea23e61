import type { Host } from '../model/host.ts';
import type { SearchRecord } from '../model/search.ts';
import { UserError } from '../model/user-error.ts';
import { compareText } from '../text/compare-text.ts';
import { writtenFile, type WrittenFile } from './publish-manifest.ts';
import { PART_SITE, type PartFacts } from './shard-part.ts';

/** The folder of a part and what it says of itself. */
export interface PartFolder {
  /** Absolute path. */
  readonly folder: string;
  /** How messages call it. */
  readonly name: string;
  readonly facts: PartFacts;
}

/**
 * Puts the parts of one site in order.
 * @throws {UserError} when they are not the parts of one site, each once
 */
export function orderParts(parts: readonly PartFolder[]): PartFolder[] {
  const [first, ...others] = parts;
  if (!first) throw new UserError('There is no part to merge.', 'Name the folders that `interlinear build --shard` wrote.');
  for (const part of others) {
    const problem = differenceOf(first.facts, part.facts);
    if (problem) throw new UserError(`${first.name} and ${part.name} are not parts of one site: ${problem.what}.`, problem.hint);
  }
  const { of } = first.facts;
  const numbers = Array.from({ length: of }, (_, index) => index + 1);
  for (const number of numbers) {
    const same = parts.filter(({ facts }) => facts.number === number);
    if (same.length > 1) throw new UserError(`Part ${number} of ${of} is there twice: ${same.map(({ name }) => name).join(' and ')}.`, 'Name each part once.');
  }
  const missing = numbers.filter((number) => !parts.some(({ facts }) => facts.number === number));
  if (missing.length > 0) throw new UserError(`${missing.length === 1 ? `Part ${missing[0] ?? ''}` : `The parts ${missing.join(', ')}`} of ${of} ${missing.length === 1 ? 'is' : 'are'} missing.`, 'Build them, or look whether their job failed, and name all folders.');
  return parts.toSorted((a, b) => a.facts.number - b.facts.number);
}

function differenceOf(a: PartFacts, b: PartFacts): { readonly what: string; readonly hint: string } | undefined {
  if (a.generator !== b.generator) return { what: `they were built by the versions ${a.generator} and ${b.generator} of Interlinear`, hint: 'Build all parts with one version.' };
  if (a.code !== b.code) return { what: 'they were built by different copies of Interlinear, or on different versions of Node', hint: 'Install the same packages and the same Node for all parts.' };
  if (a.of !== b.of) return { what: `one is of ${a.of} parts, the other of ${b.of}`, hint: 'Build all parts with the same number of parts.' };
  if (a.settings !== b.settings) return { what: 'their settings differ (site.yml, the glossary, or options such as --base, --locale and --no-search)', hint: 'Build all parts with the same settings and options.' };
  if (a.content !== b.content) return { what: 'their content differs', hint: 'Build all parts from one commit.' };
  return undefined;
}

/**
 * Copies what the parts have of the site into one folder. A file that several have, e.g. a picture, must be the same in all.
 * @throws {UserError} when it is not, and for a part that has lost files
 */
export function joinParts(host: Host, parts: readonly PartFolder[], out: string): WrittenFile[] {
  const written = new Map<string, WrittenFile & { readonly from: string }>();
  for (const { folder, name, facts } of parts) {
    const site = `${folder}/${PART_SITE}`;
    // A part without a page has no folder for them.
    const paths = facts.files === 0 ? [] : host.listFiles(site).files;
    if (paths.length !== facts.files) throw new UserError(`${name} has ${paths.length} of its ${facts.files} files.`, 'Fetch that part again, or build it again.');
    for (const path of paths) {
      const bytes = host.readBytes(`${site}/${path}`);
      if (bytes === undefined) throw new UserError(`${name}/${PART_SITE}/${path} cannot be read.`, 'Check its permissions, or fetch that part again.');
      const file = writtenFile(path, bytes);
      const known = written.get(path);
      if (known && known.hash !== file.hash) throw new UserError(`${path} differs in ${known.from} and ${name}.`, 'One of the two was changed or is incomplete: build these parts again.');
      if (known) continue;
      host.writeOutput(`${out}/${path}`, bytes);
      written.set(path, { ...file, from: name });
    }
  }
  return [...written.values()].map(({ from: _, ...file }) => file);
}

/** The search records of one family. */
export type FamilyRecords = readonly [path: string, records: readonly SearchRecord[]];

/** The records of all parts in the order of the paths, as one machine gives them; holds one family of each part. */
export async function* mergeRecords(parts: readonly AsyncIterator<FamilyRecords>[]): AsyncGenerator<readonly SearchRecord[]> {
  const heads = await Promise.all(parts.map((part) => part.next()));
  for (;;) {
    let first = -1;
    heads.forEach((head, index) => {
      const best = heads[first];
      if (head.done !== true && (best === undefined || best.done === true || compareText(head.value[0], best.value[0]) < 0)) first = index;
    });
    const [head, part] = [heads[first], parts[first]];
    if (!head || head.done === true || !part) return;
    yield head.value[1];
    heads[first] = await part.next();
  }
}
