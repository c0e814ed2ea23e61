import type { Command } from '../command.ts';
import { startAhead } from '../start-ahead.ts';

export const build: Command = {
  name: 'build',
  summary: 'Check the content and write the site.',
  options: ['content', 'config', 'locale', 'out', 'base', 'search', 'cache', 'fail-on', 'strict', 'host-limits', 'shard', 'shard-count', 'format', 'all', 'workers'],
  details: [
    'Publishes all that is sound and reports the rest. The finished site takes the place of the old one',
    'in one step, so that a build that stops half-way changes nothing.',
    'Pages that have not changed since the last build into the same folder, nor anything they show, stay as they are; then only',
    'the files that differ are put in place. --no-cache makes everything anew.',
    'Findings do not fail the build unless --fail-on asks for it. With --strict, an error in the content or on a finished',
    'page (see `interlinear check-site`) ends it with exit code 1 before the old site is replaced.',
    '',
    'Checks what a page is made of: structure, alignment, metadata, links, files. The quality checks (markup, wording,',
    'typography, the project\'s own rules) are those of `interlinear validate`; a build runs them, too, when they are asked for:',
    'with --strict, --fail-on or --format, or where site.yml has statusPage or review.',
    '',
    'With --shard I/N it builds one of N parts, on a machine of its own; `interlinear merge` makes the site of them, with the same',
    'bytes. In parallel jobs of GitLab and Indexed Jobs of Kubernetes the part is known. Parts go to shards/I unless --out says otherwise.',
    '',
    'Examples:',
    '  interlinear build',
    '  interlinear build --content docs --out public --base https://help.example.com/',
    '  interlinear build --shard 2/4',
  ].join('\n'),
  async run(context) {
    const ahead = startAhead(context.options);
    try {
      return await (await import('../run-build.ts')).runBuild(context, ahead);
    } finally {
      await ahead.close();
    }
  },
};
