import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Where in the dialogue a relay can misbehave. `dot` is after the final dot: the relay has the message. */
export type Step = 'connect' | 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'body' | 'dot';

/** What it does there: answers something else, cuts the line, or says nothing more. */
export interface Fault {
  readonly at: Step;
  readonly reply?: string;
  readonly cut?: true;
  readonly stall?: true;
  /** For `body`: after so many bytes of the message. Default: at once. */
  readonly afterBytes?: number;
  /** For `dot`: whether the relay keeps the message although it does not say so. Default: as `cut` and `stall` do, yes. */
  readonly keeps?: boolean;
}

export interface SinkMessage {
  readonly from: string;
  readonly to: readonly string[];
  /** As it was sent, with the stuffed dots taken out. */
  readonly raw: string;
  readonly messageId: string;
}

export interface SmtpSink {
  readonly port: number;
  /** Every message of which the final dot arrived and which the relay kept, whether or not it said so. */
  readonly messages: readonly SinkMessage[];
  /** Every command as it came, of all connections. */
  readonly commands: readonly string[];
  readonly connections: number;
  /** Ends every connection, as relays do to those that lie idle. */
  hangUp(): void;
  close(): Promise<void>;
}

/**
 * A relay over real sockets that follows a script.
 * @param script the fault of the n-th connection (from 0), if it has one
 */
export async function startSmtpSink(script: (connection: number) => Fault | undefined = () => undefined): Promise<SmtpSink> {
  const messages: SinkMessage[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    const dialogue = new Dialogue(socket, script(connections), messages, commands);
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => dialogue.hear(chunk.toString('latin1')));
    dialogue.greet();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    messages,
    commands,
    get connections() {
      return connections;
    },
    hangUp: () => {
      for (const socket of sockets) socket.end();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** One connection. */
class Dialogue {
  private buffer = '';
  private inBody = false;
  private over = false;
  private from = '';
  private to: string[] = [];

  constructor(
    private readonly socket: Socket,
    private readonly fault: Fault | undefined,
    private readonly messages: SinkMessage[],
    private readonly commands: string[],
  ) {}

  greet(): void {
    if (this.fault?.at === 'connect') this.misbehave(this.fault);
    else this.answer('greeting', '220 sink ESMTP');
  }

  hear(text: string): void {
    this.buffer += text;
    while (!this.over && (this.inBody ? this.body() : this.line()));
  }

  private line(): boolean {
    const end = this.buffer.indexOf('\r\n');
    if (end < 0) return false;
    const command = this.buffer.slice(0, end);
    this.buffer = this.buffer.slice(end + 2);
    this.commands.push(command);
    this.obey(command);
    return true;
  }

  private obey(command: string): void {
    const obey = this.verbs[command.slice(0, 4).toUpperCase()];
    if (obey) obey(/<(.*)>/.exec(command)?.[1] ?? '');
    else this.socket.write('502 5.5.2 What?\r\n');
  }

  private readonly verbs: Readonly<Record<string, (address: string) => void>> = {
    EHLO: () => this.answer('ehlo', '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 10485760'),
    MAIL: (address) => {
      [this.from, this.to] = [address, []];
      this.answer('mail', '250 2.1.0 Ok');
    },
    RCPT: (address) => {
      if (this.answer('rcpt', '250 2.1.5 Ok') || this.fault?.reply?.startsWith('2')) this.to.push(address);
    },
    DATA: () => {
      if (this.to.length === 0) this.socket.write('554 5.5.1 No valid recipients\r\n');
      else this.inBody = this.answer('data', '354 go on');
    },
    QUIT: () => this.socket.end('221 2.0.0 Bye\r\n'),
  };

  private body(): boolean {
    if (this.fault?.at === 'body' && this.buffer.length >= (this.fault.afterBytes ?? 0)) {
      this.misbehave(this.fault);
      return false;
    }
    const end = this.buffer.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    const raw = this.buffer.slice(0, end + 2).replace(/^\./gm, '');
    this.buffer = this.buffer.slice(end + 5);
    this.inBody = false;
    if (this.keeps()) this.keep(raw);
    this.answer('dot', `250 2.0.0 Ok: queued as Q${this.messages.length}`);
    return true;
  }

  private keeps(): boolean {
    const fault = this.fault?.at === 'dot' ? this.fault : undefined;
    return fault === undefined || (fault.keeps ?? fault.reply === undefined);
  }

  private keep(raw: string): void {
    const messageId = /^Message-ID: *(<[^>]*>)/im.exec(raw)?.[1] ?? '';
    this.messages.push({ from: this.from, to: [...this.to], raw, messageId });
  }

  /** True if it answered as it should. */
  private answer(step: Step, usual: string): boolean {
    if (this.fault?.at === step) {
      this.misbehave(this.fault);
      return false;
    }
    this.socket.write(`${usual}\r\n`);
    return true;
  }

  private misbehave({ reply, cut, stall }: Fault): void {
    if (reply !== undefined) this.socket.write(`${reply}\r\n`);
    if (cut) this.socket.destroy();
    this.over = cut === true || stall === true;
  }
}
