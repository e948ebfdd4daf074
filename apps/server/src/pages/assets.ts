import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that pages refer to, named after their content: a new version is a new address, so each may be kept for ever. */
export class Assets {
  /** Where the style sheet is served. */
  readonly stylesheet: string;
  private readonly files: ReadonlyMap<string, string>;

  constructor(folder: string) {
    const css = readFileSync(join(folder, 'synpunkt.css'), 'utf8');
    const name = `synpunkt-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;
    this.stylesheet = `/assets/${name}`;
    this.files = new Map([[name, css]]);
  }

  find(name: string): string | undefined {
    return this.files.get(name);
  }
}
