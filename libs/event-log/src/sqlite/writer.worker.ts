import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { groupCommit, type Job } from './group-commit.js';
import { openLogFile } from './log-file.js';
import { type WriterData } from './writer.js';

/** So many appends share one transaction at most, so that the first of them does not wait for ever. */
const largestGroup = 1000;

const { file, maxBytes } = workerData as WriterData;
const port = parentPort as MessagePort;
const db = openLogFile(file);
if (maxBytes !== undefined) db.pragma(`max_page_count = ${Math.ceil(maxBytes / Number(db.pragma('page_size', { simple: true })))}`);
const commit = groupCommit(db);

port.on('message', (first: readonly Job[]) => {
  const group = [...first];
  while (group.length < largestGroup) {
    const more = receiveMessageOnPort(port) as { message: readonly Job[] } | undefined;
    if (!more) break;
    group.push(...more.message);
  }
  const outcomes = commit(group);
  port.postMessage(outcomes);
  if (outcomes.some(({ is }) => is === 'unknown')) port.close();
});
