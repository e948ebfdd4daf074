import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from './a-program.js';
import { aServer, type AServer } from './a-server.js';
import { anIssuer } from './an-issuer.js';
import { freePort } from './free-port.js';
import { startSmtpSink, type SmtpSink } from './smtp-sink.js';

/** The program as an authority runs it, to be behind a proxy that speaks https, with issuer and relay of the authority's own. */
export interface InProduction {
  /** Where people reach it once there is a proxy; browsers of these tests know the name. */
  readonly publicUrl: string;
  readonly server: AServer;
  readonly relay: SmtpSink;
  /** `npx synpunkter …` on the same machine. */
  console(...args: readonly string[]): Promise<{ readonly code: number | NodeJS.Signals; readonly output: string }>;
  remove(): Promise<void>;
}

/** Starts all of it. */
export async function inProduction(): Promise<InProduction> {
  const folder = mkdtempSync(join(tmpdir(), 'synpunkter-production-'));
  const masterKeyFile = join(folder, 'master.key');
  writeFileSync(masterKeyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  const port = await freePort();
  const publicUrl = `https://synpunkter.test:${port}`;
  const relay = await startSmtpSink();
  const issuer = await anIssuer(`${publicUrl}/arbete/inloggad`);
  const environment = {
    NODE_ENV: 'production',
    EVALUATION: 'no',
    RATE_LIMITS: 'on',
    PUBLIC_URL: publicUrl,
    TRUSTED_PROXIES: '127.0.0.1',
    MASTER_KEY_FILE: masterKeyFile,
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: issuer.clientId,
    OIDC_AUDIENCE: issuer.audience,
    SMTP_URL: `smtp://127.0.0.1:${relay.port}`,
    MAIL_FROM: 'Region Gotland <synpunkter@region.example>',
    MAIL_REPLY_TO: 'svar@region.example',
    DATA_DIR: join(folder, 'data'),
  };
  const server = await aServer({ environment, dataFolder: environment.DATA_DIR });
  await server.start();
  return {
    publicUrl,
    server,
    relay,
    async console(...args) {
      const program = startProgram(join(process.cwd(), 'dist/apps/console/src/main.js'), { args, environment });
      const code = await program.ended();
      return { code, output: program.output };
    },
    async remove() {
      await server.remove();
      await Promise.all([issuer.close(), relay.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
