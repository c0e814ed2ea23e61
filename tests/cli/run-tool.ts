import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from '../support/run-cli.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const TOOL = join(PROJECT, 'src/cli/interlinear.mjs');

/** Runs the tool in a folder as a user does, with nothing of this machine's settings. `wrapper`: a command that starts it. */
export function runTool(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, wrapper?: string): Ran {
  const command = [...(wrapper === undefined ? [] : [wrapper]), process.execPath, TOOL, ...args];
  const { status, stdout, stderr } = spawnSync(command[0] ?? '', command.slice(1), { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20, env: environment(env) });
  return { status, stdout, stderr };
}

/** Starts the tool and lets it run. */
export function startTool(folder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [TOOL, ...args], { cwd: folder, env: environment({}), stdio: ['ignore', 'pipe', 'pipe'] });
}

function environment(env: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env };
}

/** pair('Xin chào.', 'Hello.') – one bilingual sentence. */
export function pair(target: string, source: string, ordinal = 101): string {
  return `<span data-ttu-id="0a1b2-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="0a1b2-${ordinal}">${source}</span></span>`;
}

const METADATA = ['ms.openlocfilehash: 1111111111111111111111111111111111111111', 'ms.lasthandoff: 01/02/2026', 'ms.translationtype: MT'];

/** A sound article of one heading. */
export function article(locale: string, target: string, source: string): string {
  return `---\ntitle: ${target}\nms.contentlocale: ${locale}\n${METADATA.join('\n')}\n---\n# ${pair(target, source)}\n`;
}
