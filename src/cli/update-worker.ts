import { serveWorker } from '../host/worker-pool.ts';
import { updateMethods } from './update-methods.ts';

serveWorker(() => ({ ...updateMethods() }));
