import { resolve } from 'node:path';
import { createNodeHost } from '../../host/node-host.ts';
import { readSiteFacts } from '../../host/staged-folder.ts';
import { UserError } from '../../model/user-error.ts';
import { checkSite as check } from '../../project/check-site.ts';
import { countSeverities, toSiteJson, toSiteText } from '../../report/site-report.ts';
import type { Command } from '../command.ts';
import { failOn, readFailOn } from '../fail-on.ts';
import { version } from '../version.ts';

export const checkSite: Command = {
  name: 'check-site',
  summary: 'Check a finished site: links, anchors, files, languages, addresses.',
  options: ['out', 'base', 'format', 'fail-on', 'all'],
  details: [
    'Reads what `interlinear build` has written, as a browser and a search engine meet it: every link inside the site and',
    'every anchor leads somewhere, every file is there, ids are unique, pages say their language and direction, canonical',
    'and alternate addresses answer each other, the sitemap names pages that may be found, nothing is loaded from another site.',
    'Fails (exit code 1) at errors; choose another limit with --fail-on. `interlinear build --strict` does this before it publishes.',
    '',
    'Examples:',
    '  interlinear check-site',
    '  interlinear check-site --out public --format json > faults.json',
  ].join('\n'),
  async run({ options, terminal }) {
    const format = options.format ?? 'pretty';
    if (format !== 'pretty' && format !== 'json') throw new UserError(`\`interlinear check-site\` writes no report as "${format}".`, 'Allowed: pretty, json.');
    readFailOn(options['fail-on'], 'error');
    const folder = resolve(options.out ?? 'dist');
    const report = checkFolder(folder, options.out ?? 'dist', options.base ?? readSiteFacts(folder)?.base, (done, of) => {
      if (done % 200 === 0) terminal.progress('Checking pages', `${done} of ${of}`);
    });
    terminal.endProgress();
    terminal.out(format === 'json' ? JSON.stringify(toSiteJson(report, version()), null, 2) : toSiteText(report, { color: terminal.color, all: options.all === true }));
    const { error, warning } = countSeverities(report.counts);
    return failOn(options['fail-on'], 'error', [...(error > 0 ? [{ severity: 'error' as const }] : []), ...(warning > 0 ? [{ severity: 'warning' as const }] : [])]);
  },
};

function checkFolder(folder: string, name: string, base: string | undefined, onPage: (done: number, of: number) => void) {
  const report = (() => {
    try {
      return check({ host: createNodeHost(), folder, base: basePath(base), onPage });
    } catch (error) {
      if (error instanceof UserError) throw new UserError(`There is no site in ${name}.`, 'Run `interlinear build` first, or name the folder with --out.');
      throw error;
    }
  })();
  if (report.pages === 0) throw new UserError(`There is no page in ${name}.`, 'Run `interlinear build` first, or name the folder with --out.');
  return report;
}

/** The path of `--base`, which may be an address. basePath('https://example.com/help') // => '/help/' */
function basePath(base: string | undefined): string {
  const path = (base ?? '/').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/^\/+|\/+$/g, '');
  return path === '' ? '/' : `/${path}/`;
}
