#!/usr/bin/env node
import 'reflect-metadata';
import { runConsole } from './run-console.js';
import { verbs } from './verbs.js';

process.exitCode = await runConsole(
  process.argv.slice(2),
  verbs,
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);
