import { parentPort } from 'node:worker_threads';
import { emptyOrganisation, prepareRouting, suggestRoute, type Organisation, type RouteQuestion } from '#organisation';
import type { Routed, ToldOfRouting } from './routing-thread.js';

let organisation: Organisation = emptyOrganisation;

parentPort?.on('message', (told: ToldOfRouting) => {
  if ('rules' in told) {
    organisation = { ...organisation, routingRules: told.rules };
    getReady(prepareRouting(organisation));
  } else if ('organisation' in told) {
    organisation = { ...organisation, ...told.organisation };
  } else parentPort?.postMessage(routed(told));
});

/** Some at a time: whoever asks meanwhile comes first. */
const stepsAtOnce = 200;

function getReady(steps: Iterator<void>): void {
  for (let step = 0; step < stepsAtOnce; step++) if (steps.next().done === true) return;
  setImmediate(() => getReady(steps));
}

function routed({ number, question }: { readonly number: number; readonly question: RouteQuestion }): Routed {
  try {
    return { number, suggestion: suggestRoute(question, organisation) };
  } catch (error) {
    return { number, failed: String(error) };
  }
}
