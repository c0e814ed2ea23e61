import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian packages of the tools, each with what shows that it is there. */
export const INTEROP_PACKAGES: readonly (readonly [name: string, isThere: () => boolean])[] = [
  ['libxml2-utils', () => runs('xmllint', '--version')],
  ['translate-toolkit', () => runs('podebug', '--version')],
  ['omegat', () => existsSync('/usr/share/omegat/OmegaT.jar')],
  ['php-cli', () => runs('php', '--version')],
  ['php-xml', () => runs('php', '-r', 'exit(class_exists("DOMDocument") && function_exists("simplexml_import_dom") ? 0 : 1);')],
  ['php-symfony-translation', () => existsSync('/usr/share/php/Symfony/Component/Translation/Loader/XliffFileLoader.php')],
  ['php-symfony-config', () => existsSync('/usr/share/php/Symfony/Component/Config/autoload.php')],
  ['libxml-tmx-perl', () => runs('perl', '-MXML::TMX::Reader', '-e', '1')],
];

export function missingPackages(): string[] {
  return INTEROP_PACKAGES.flatMap(([name, isThere]) => (isThere() ? [] : [name]));
}

function runs(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, [...args], { stdio: 'ignore' }).status === 0;
}
