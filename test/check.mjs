// What must be right before a commit: all of it, also after something was found wrong, and as much at a time as there is room for.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Scripts of package.json. What stands on one line goes in that order; the longest come first. */
const lines = [['lint'], ['compile', 'test:unit'], ['imports'], ['format'], ['dead-code']];

const lanes = Array.from({ length: Math.max(2, availableParallelism()) }, follow);
const wrong = (await Promise.all(lanes)).flat();
if (wrong.length > 0) console.error(`Not right: ${wrong.join(', ')}`);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** Takes one line after another until none is left. */
async function follow() {
  const wrong = [];
  for (let line = lines.shift(); line; line = lines.shift()) {
    for (const step of line) {
      if (await passes(step)) continue;
      wrong.push(step);
      break;
    }
  }
  return wrong;
}

/** Says how long a step took; what it said itself is of interest only if it failed. */
async function passes(step) {
  const start = performance.now();
  const said = [];
  const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) console.error(Buffer.concat(said).toString());
  console.log(`${code === 0 ? '✔' : '✘'} ${step}, ${Math.round((performance.now() - start) / 1000)} s`);
  return code === 0;
}
