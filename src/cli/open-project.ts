import { resolve } from 'node:path';
import { checks } from '../checks/index.ts';
import { patternRisk } from '../host/pattern-risk.ts';
import type { Host } from '../model/host.ts';
import type { ContentMap } from '../project/content-map.ts';
import { openContent } from '../project/open-content.ts';
import type { OptionValues } from './command.ts';
import { contentRoot } from './start-ahead.ts';

/** The content that the options of a command name. */
export function openProject(host: Host, options: OptionValues): ContentMap {
  return openContent(host, {
    root: contentRoot(options),
    configFile: options.config === undefined ? undefined : { path: resolve(options.config), name: options.config },
    base: options.base,
    locales: (options.locale ?? []).flatMap((value) => value.split(',')).map((value) => value.trim()).filter((value) => value !== ''),
    checkIds: checks.map((check) => check.id),
    patternRisk,
  });
}
