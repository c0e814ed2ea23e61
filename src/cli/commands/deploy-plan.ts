import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createNodeHost } from '../../host/node-host.ts';
import type { Host } from '../../model/host.ts';
import { UserError } from '../../model/user-error.ts';
import { DEPLOY_PHASES, deployPlan, deployText, type DeployPhase, type DeployPlan } from '../../project/deploy-plan.ts';
import { PUBLISH_FILE } from '../../model/site-marker.ts';
import { parsePublish, type PublishManifest } from '../../project/publish-manifest.ts';
import { closest } from '../../text/closest.ts';
import type { Command } from '../command.ts';

const FORMATS = ['pretty', 'json', 'text'] as const;

export const deployPlanCommand: Command = {
  name: 'deploy-plan',
  summary: 'List what to upload and delete to turn one published site into another.',
  arguments: '[old] new',
  options: ['format', 'all'],
  details: [
    'Compares two sites by their publish.json; OLD and NEW are folders, or these files. With NEW alone, everything is uploaded.',
    'The order is safe: what pages load, then the pages (articles before the listings above them), then search, sitemap, feeds and',
    'redirects, then removals, and publish.json last. A deployment that was cut short is continued by the same plan.',
    '',
    'Formats: pretty, json, text (a line per step: `upload path`, `delete path`).',
    '',
    'Examples:',
    '  interlinear deploy-plan published/publish.json dist',
    '  interlinear deploy-plan old dist --format text | while read -r action path; do …; done',
  ].join('\n'),
  async run({ options, args, terminal }) {
    const format = readPlanFormat(options.format);
    const [first, second] = args;
    if (first === undefined) throw new UserError('`interlinear deploy-plan` needs the site to publish.', 'Write `interlinear deploy-plan OLD NEW`, with folders or their publish.json; for a first deployment only NEW.');
    if (args.length > 2) throw new UserError(`\`interlinear deploy-plan\` compares two sites, not ${args.length}.`, 'Write `interlinear deploy-plan OLD NEW`.');
    const host = createNodeHost();
    const plan = deployPlan(second === undefined ? undefined : readSite(host, first), readSite(host, second ?? first));
    if (format === 'json') terminal.out(JSON.stringify({ ...plan, summary: countsOf(plan) }, null, 2));
    else if (format === 'text') {
      if (plan.steps.length > 0) terminal.out(deployText(plan));
    } else terminal.out(prettyPlan(plan, options.all === true));
    return 0;
  },
};

function readPlanFormat(option = 'pretty'): (typeof FORMATS)[number] {
  const format = FORMATS.find((name) => name === option);
  if (format) return format;
  const guess = closest(option, FORMATS);
  throw new UserError(`\`interlinear deploy-plan\` writes no plan as "${option}".`, guess ? `Did you mean "${guess}"?` : `Allowed: ${FORMATS.join(', ')}.`);
}

function readSite(host: Host, name: string): PublishManifest {
  const isFolder = statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? join(name, PUBLISH_FILE) : name;
  const read = host.readText(resolve(file));
  if (read.kind === 'text') return parsePublish(read.text, file);
  const reason = read.kind === 'unreadable' ? read.reason : 'it is not UTF-8';
  throw new UserError(`${file} cannot be read: ${reason}.`, `Name the folder of a site that \`interlinear build\` wrote, or its ${PUBLISH_FILE}. For a first deployment, name only the new site.`);
}

function countsOf({ steps, unchanged }: DeployPlan): { uploads: number; deletions: number; unchanged: number; bytes: number } {
  const uploads = steps.filter(({ action }) => action === 'upload');
  return { uploads: uploads.length, deletions: steps.length - uploads.length, unchanged, bytes: uploads.reduce((sum, { size }) => sum + size, 0) };
}

const NAMES: Readonly<Record<DeployPhase, string>> = { assets: 'Files that pages load', pages: 'Pages', indexes: 'Search, sitemap, feeds, redirects', removals: 'Removals', list: 'List of files' };

/** Steps of a phase that are shown without --all. */
const SHOWN = 10;

function prettyPlan(plan: DeployPlan, all: boolean): string {
  const { uploads, deletions, unchanged, bytes } = countsOf(plan);
  if (plan.steps.length === 0) return `Nothing to do: all ${unchanged} files are as they were.`;
  const phases = DEPLOY_PHASES.flatMap((phase) => {
    const steps = plan.steps.filter((step) => step.phase === phase);
    if (steps.length === 0) return [];
    const shown = all ? steps : steps.slice(0, SHOWN);
    const more = steps.length > shown.length ? [`  … and ${steps.length - shown.length} more (--all)`] : [];
    return [`${NAMES[phase]} (${steps.length})`, ...shown.map(({ action, path, reason }) => `  ${action === 'delete' ? 'delete' : 'upload'} ${path}${reason === 'new' ? ' (new)' : ''}`), ...more, ''];
  });
  return [...phases, `${uploads} ${uploads === 1 ? 'upload' : 'uploads'} (${bytes} bytes), ${deletions} ${deletions === 1 ? 'deletion' : 'deletions'}, ${unchanged} unchanged.`].join('\n');
}
