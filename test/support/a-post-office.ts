import { aLog, type ALog } from './a-log.js';
import { aMailer, relayAt, type AMailer } from './a-mailer.js';
import { startSmtpSink, type Fault, type SmtpSink } from './smtp-sink.js';

type Options = Partial<Parameters<typeof aMailer>[1]>;

export interface APostOffice {
  /** The log of the test that runs. */
  readonly on: ALog;
  /** A relay that misbehaves on its first connections as told, one after the other. */
  sinkWith(...faults: readonly (Fault | undefined)[]): Promise<SmtpSink>;
  /** A mailer that sends to it, over one connection. */
  mailing(sink: { readonly port: number }, options?: Options): Promise<AMailer>;
}

/** For each test of a file: a log, and relays and mailers that end with it. */
export function aPostOffice(): APostOffice {
  let on: ALog;
  const open: { close: () => Promise<void> }[] = [];

  beforeEach(async () => {
    on = await aLog();
  });

  afterEach(async () => {
    for (const { close } of open.splice(0).reverse()) await close();
    await on.close();
  });

  return {
    get on() {
      return on;
    },
    async sinkWith(...faults) {
      const sink = await startSmtpSink((connection) => faults[connection]);
      open.push(sink);
      return sink;
    },
    async mailing(sink, options = {}) {
      const mailer = await aMailer(on, { relay: relayAt(sink.port, { connections: 1 }), ...options });
      open.push({ close: () => mailer.stop() });
      return mailer;
    },
  };
}

/** Resolves when something has come about; fails after five seconds. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 5_000; !(await holds());) {
    if (Date.now() > until) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
