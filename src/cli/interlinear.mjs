#!/usr/bin/env node
// Runs on any Node: the tool itself is TypeScript and needs the Node that `npm ci` put into node_modules.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  const { bundleFolder, keepCompiledCode } = await import('./bundled-code.mjs');
  keepCompiledCode();
  const bundle = bundleFolder();
  if (bundle !== undefined) {
    const { setEnvironmentData } = await import('node:worker_threads');
    setEnvironmentData('interlinear.bundle', bundle);
  }
  await import(bundle === undefined ? './main.ts' : `${bundle}main.js`);
} else {
  const own = ['node', 'node.exe']
    .map((name) => fileURLToPath(new URL(`../../node_modules/node/bin/${name}`, import.meta.url)))
    .find((file) => existsSync(file));
  if (own === undefined) {
    console.error(`error: interlinear needs Node 22.18 or newer; this is ${process.versions.node}.\n  Run \`npm ci\` in the project: it brings the right Node with it.`);
    process.exitCode = 2;
  } else {
    const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
    // A terminal sends Ctrl+C to both; what only this process gets is passed on.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 3);
    });
  }
}
