import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { chromium, type Page } from 'playwright-core';

/** A browser as people have it, that notes what it complains of. */
export interface ABrowser {
  /** A window of somebody else: nobody is signed in, nothing is remembered. */
  somebody(): Promise<Page>;
  /** What all windows have complained of, such as what the content security policy keeps out. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The browser of this machine, by Debian's name or Google's; undefined if there is none. */
export const browserProgram: string | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find(isProgram);

export async function aBrowser(): Promise<ABrowser> {
  if (browserProgram === undefined) throw new Error('there is no browser on this machine');
  const browser = await chromium.launch({
    executablePath: browserProgram,
    args: ['--no-sandbox', '--host-resolver-rules=MAP *.test 127.0.0.1'],
  });
  const complaints: string[] = [];
  return {
    async somebody() {
      const page = await (await browser.newContext({ locale: 'sv-SE', ignoreHTTPSErrors: true })).newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !isRefusal(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },
    complaints,
    close: () => browser.close(),
  };
}

/** A form that comes back is answered with 422, and browsers note every 4xx. */
const isRefusal = (text: string): boolean => text.startsWith('Failed to load resource: the server responded with a status of 4');

/** The narrowest screen that must do without scrolling sideways (WCAG 2.1, 1.4.10), and a wide one, in the other colours. */
const looks = [
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What keeps people out of the page as it stands: what axe finds against WCAG 2.2 AA, and what does not fit a small screen. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > width) found.push(`${width} px: the page is ${wide} px wide`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(rules)} })`);
    found.push(...violations.map(({ id, nodes }) => `${width} px, ${colorScheme}: ${id} (${nodes[0]?.html ?? ''})`));
  }
  return found;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
