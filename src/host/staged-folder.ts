import { existsSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { SiteUpdate } from '../model/site-update.ts';
import { SITE_MARKER } from '../model/site-marker.ts';
import { UserError } from '../model/user-error.ts';
import { isRunning } from './is-running.ts';
import { makeFolders } from './make-folders.ts';
import { applyUpdate, finishUpdate, UPDATE_SUFFIX } from './site-update.ts';
import { reasonOf, writeProblem } from './system-error.ts';

/** A folder that is written beside its place and put there when complete. */
export interface StagedFolder {
  /** Absolute path to write to. */
  readonly path: string;
  /** Writes what the site says about itself ahead of {@link commit}. */
  mark(facts: SiteFacts): void;
  /**
   * Puts the folder in its place; the old one goes.
   * @throws {UserError} when the machine refuses; then the old one stays
   */
  commit(facts: SiteFacts): void;
  /**
   * Puts only these files of the folder in place, and removes others there; all the rest stays. When the process ends
   * in the middle, the next {@link stageFolder} goes on.
   * @throws {UserError} when the machine refuses
   */
  update(update: SiteUpdate): void;
  /** Absolute path of the site that is there. */
  readonly place: string;
  /** Throws the unfinished folder away; the old one stays. */
  discard(): void;
}

/** What a finished site says about itself. */
export interface SiteFacts {
  /** Path prefix of every URL, with leading and trailing slash. */
  readonly base: string;
}

/** Says that a folder was made by this tool and may be replaced by it. */
const MARKER = SITE_MARKER;

/**
 * Starts a new version of the output folder. Two renames swap it in, so that the place holds the old
 * or the new version and nothing in between; an interrupted swap is mended at the next start.
 * @param kept folders that must never be replaced, e.g. the content
 * @throws {UserError} when `out` cannot be used: it holds one of `kept` or something that this tool did not make, or the machine refuses
 */
export function stageFolder(out: string, kept: readonly string[]): StagedFolder {
  const place = realPlace(out);
  refuseParents(out, place, kept);
  const [staged, old] = [sibling(place, `new-${process.pid}`), sibling(place, 'old')];
  try {
    if (existsSync(old) && !existsSync(place)) renameSync(old, place);
    refuseForeign(out, place);
    finishUpdate(place, sibling(place, UPDATE_SUFFIX));
    removeLeftovers(place);
    for (const folder of [staged, old]) rmSync(folder, { recursive: true, force: true });
    makeFolders(staged);
  } catch (error) {
    throw writeProblem(error, out) ?? error;
  }
  const mark = (facts: SiteFacts): void => writeFileSync(join(staged, MARKER), `${JSON.stringify({ generator: 'interlinear', ...facts })}\n`);
  return {
    path: staged,
    mark,
    commit(facts) {
      try {
        if (!existsSync(join(staged, MARKER))) mark(facts);
        swap(place, staged, old);
      } catch (error) {
        throw writeProblem(error, out) ?? error;
      }
      rmSync(old, { recursive: true, force: true });
    },
    place,
    update(update) {
      try {
        applyUpdate(place, staged, sibling(place, UPDATE_SUFFIX), update);
      } catch (error) {
        throw writeProblem(error, out) ?? error;
      }
    },
    discard() {
      // A thread may still be writing; what is left is removed when the next build starts.
      rmSync(staged, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Removes a folder of a stage that is of no more use. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What a finished site says about itself; undefined when the folder holds none that says so. */
export function readSiteFacts(folder: string): SiteFacts | undefined {
  try {
    const facts: unknown = JSON.parse(readFileSync(join(folder, MARKER), 'utf8'));
    if (typeof facts === 'object' && facts !== null && 'base' in facts && typeof facts.base === 'string') return { base: facts.base };
  } catch {
    // Made by something else, or cut short: then nothing is known.
  }
  return undefined;
}

function swap(place: string, staged: string, old: string): void {
  if (existsSync(place)) renameSync(place, old);
  try {
    renameSync(staged, place);
  } catch (error) {
    if (existsSync(old)) renameSync(old, place);
    throw error;
  }
}

/** The place behind symbolic links; of a folder that does not exist yet, the place its parent leads to. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPlace(parent), basename(path));
  }
}

function refuseParents(out: string, place: string, kept: readonly string[]): void {
  for (const folder of kept) {
    const inside = relative(place, realPlace(folder));
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) continue;
    throw new UserError(`The output folder ${out} ${inside === '' ? `is ${folder}` : `holds ${folder}`}, which the build would delete.`, 'Name another folder with --out.');
  }
}

function refuseForeign(out: string, place: string): void {
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) throw new UserError(`The output folder ${out} is a file.`, 'Remove it, or name another folder with --out.');
  if (readNames(out, place).length > 0 && !existsSync(join(place, MARKER))) {
    throw new UserError(`The output folder ${out} is not empty and was not written by Interlinear.`, 'Empty it, or name another folder with --out.');
  }
}

function readNames(out: string, place: string): string[] {
  try {
    return readdirSync(place);
  } catch (error) {
    throw new UserError(`The output folder ${out} cannot be used: ${reasonOf(error)}.`, 'Correct that, or name another folder with --out.');
  }
}

/** Removes what builds left behind that were killed. */
function removeLeftovers(place: string): void {
  if (!existsSync(dirname(place))) return;
  const prefix = basename(sibling(place, 'new-'));
  for (const name of readdirSync(dirname(place))) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) rmSync(join(dirname(place), name), { recursive: true, force: true });
  }
}

function sibling(place: string, suffix: string): string {
  return join(dirname(place), `.${basename(place)}.${suffix}`);
}
