import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { healthOf, metricsOf, type Watched } from '#test/a-watch';

export interface BenchServer {
  readonly url: string;
  /** From the start of the process until it is ready, in milliseconds. */
  readonly readyAfter: number;
  /** All that it tells of itself. */
  health(): Promise<Watched>;
  /** Resident memory in bytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** As `npm start` starts it. */
const program = ['--enable-source-maps', '--max-semi-space-size=32', 'dist/apps/server/src/main.js'];

/** The real server in a process of its own, in evaluation. */
export async function serve(dataDir: string, environment: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const port = await freePort();
  const start = performance.now();
  const server = spawn(process.execPath, program, {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), RATE_LIMITS: 'off', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const watched = { address: url, dataFolder: dataDir };
  await ready(url, server);
  const readyAfter = performance.now() - start;
  return {
    url,
    readyAfter,
    health: () => healthOf(watched),
    memory: async () => Number(/^process_resident_memory_bytes (\S+)/m.exec(await metricsOf(watched))?.[1]),
    stop: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

/** Makes all views anew, as an administrator does. */
export async function rebuild(dataDir: string): Promise<void> {
  const console = spawn(process.execPath, ['dist/apps/console/src/main.js', 'rebuild'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(console, 'exit')) as [number];
  if (code !== 0) throw new Error(`the rebuild ended with code ${code}`);
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the server ended with code ${server.exitCode}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
