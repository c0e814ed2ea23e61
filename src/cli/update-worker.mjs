import { getEnvironmentData } from 'node:worker_threads';
import { keepCompiledCode } from './bundled-code.mjs';

keepCompiledCode();
// The command that starts the thread has looked for the bundle.
const bundle = getEnvironmentData('interlinear.bundle');
await import(typeof bundle === 'string' ? `${bundle}update-worker.js` : './update-worker.ts');
