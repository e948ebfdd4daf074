import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAppends } from './appends.js';
import { measureHealth } from './health.js';
import { measureManyCases } from './many-cases.js';
import type { Figure, Ratio } from './figures.js';
import { measureHostile } from './hostile.js';
import { measureMailer } from './mailer.js';
import { measureRebuild } from './rebuild.js';
import { measureSubmissions } from './submissions.js';
import { report } from './report.js';

// Every ratio is taken side by side in this run, as the median of three rounds: machines differ and are noisy.
const folder = mkdtempSync(join(tmpdir(), 'synpunkter-bench-'));
const ratios: Ratio[] = [];
const figures: Figure[] = [];
try {
  for (const measure of [
    measureAppends,
    measureSubmissions,
    measureHealth,
    measureHostile,
    measureRebuild,
    measureManyCases,
    measureMailer,
  ]) {
    process.stderr.write(`${new Date().toISOString()} ${measure.name}\n`);
    const measured = await measure(join(folder, measure.name));
    ratios.push(...measured.ratios);
    figures.push(...measured.figures);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(ratios)}\n` : report(ratios, figures));
