// Type-checks the `.astro` files, which tsc does not read. Astro's checker needs TypeScript's JavaScript API,
// which TypeScript 7 does not have: it is given TypeScript 6.
import { createRequire, registerHooks } from 'node:module';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

registerHooks({ resolve: (specifier, context, next) => next(specifier === 'typescript' ? '@typescript/typescript6' : specifier, context) });

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const { AstroCheck } = require('@astrojs/language-server');
const files = globSync('src/**/*.astro', { cwd: root }).map((file) => `${root}${file}`).sort();
const { fileChecked, errors, warnings, fileResult } = await new AstroCheck(root, require.resolve('@typescript/typescript6'), undefined).lint({ fileNames: files, logErrors: { level: 'warning' } });
console.log(`${fileChecked} .astro files: ${errors} errors, ${warnings} warnings.`);
process.exitCode = errors > 0 || fileChecked !== files.length ? 1 : 0;
