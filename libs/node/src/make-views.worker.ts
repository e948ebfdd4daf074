import { parentPort, workerData } from 'node:worker_threads';
import { makeViews, RebuildStopped } from './make-views.js';
import type { Made, Share } from './rebuild-views.js';

const { settings, root, folder, views } = workerData as Share;

/** Ends the thread, and with it the rebuild. */
const fatal = (error: unknown): never => {
  throw error;
};

parentPort?.postMessage(
  await makeViews({ settings, options: { root, fatal }, folder }, views).then(
    (events): Made => ({ events }),
    (error: unknown): Made => (error instanceof RebuildStopped ? { stopped: error.message } : fatal(error)),
  ),
);
