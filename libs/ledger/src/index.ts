/**
 * THE PROMISES OF A CASE: what the log says of cases and notices, translated into what `promises` speaks. Changes nothing, keeps nothing.
 */
export { deliveryFacts, deliveryTypes, promiseFacts, toldIn, type Told } from './promise-facts.js';
export { mailOfCase, type MailOfCase } from './mail-of-case.js';
export { replayLedger } from './replay-ledger.js';
