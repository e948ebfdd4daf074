#!/usr/bin/env node
import 'reflect-metadata';
import * as grant from './grant.js';
import * as organisationImport from './organisation-import.js';
import * as replay from './replay.js';
import * as revoke from './revoke.js';
import * as routingEvaluate from './routing-evaluate.js';
import { runConsole } from './run-console.js';
import * as token from './token.js';

/** Every verb of the console. A new one is a file of its own and a line here. */
const verbs = [grant, organisationImport, replay, revoke, routingEvaluate, token];

process.exitCode = await runConsole(
  process.argv.slice(2),
  verbs,
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);
