#!/usr/bin/env node
import 'reflect-metadata';
import { runConsole } from './run-console.js';
import { verbs } from './verbs.js';

process.umask(0o077); // what it makes is its owner's alone
process.exitCode = await runConsole(
  process.argv.slice(2),
  verbs,
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);
