#!/usr/bin/env node
import { runConsole } from './run-console.js';
import * as routingEvaluate from './routing-evaluate.js';

/** Every verb of the console. A new one is a file of its own and a line here. */
const verbs = [routingEvaluate];

process.exitCode = await runConsole(
  process.argv.slice(2),
  verbs,
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);
