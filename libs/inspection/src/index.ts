/** WHETHER A LOG IS SOUND: reads all of it once and says what cannot be as the program wrote it. Changes nothing, and knows nothing of how it came about. */
export { inspectLog, type Inspection } from './inspect-log.js';
export { type Finding } from './findings.js';
