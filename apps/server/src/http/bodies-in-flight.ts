import { Transform } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestProblem } from '../problems/problem.js';
import { addressKey } from './address-key.js';

/** In bytes. */
interface Most {
  /** What nobody is refused: a form as people fill it in, a request of the API. How many of these there are, the connections bound. */
  readonly small: number;
  readonly ofAnAddress: number;
  readonly inAll: number;
}

const most: Most = { small: 32 * 1024, ofAnAddress: 16 * 1024 * 1024, inAll: 64 * 1024 * 1024 };

/** How much of the bodies that are on their way, or being answered, is in memory: of each what is more than small. */
export class BodiesInFlight {
  private readonly held = new Map<string, number>();
  private all = 0;

  constructor(private readonly bound: Most = most) {}

  /** Bytes that are held now. */
  get inAll(): number {
    return this.all;
  }

  /** A body that begins to come in from an address. */
  begin(address: string): BodyInFlight {
    let received = 0;
    let counted = 0;
    return {
      receive: (bytes) => {
        received += bytes;
        const more = Math.max(0, received - this.bound.small) - counted;
        if (this.add(address, more) === 'too-much') return 'too-much';
        counted += more;
        return 'held';
      },
      end: () => {
        this.add(address, -counted);
        counted = 0;
      },
    };
  }

  private add(address: string, bytes: number): 'held' | 'too-much' {
    const own = (this.held.get(address) ?? 0) + bytes;
    if (bytes > 0 && (own > this.bound.ofAnAddress || this.all + bytes > this.bound.inAll)) return 'too-much';
    this.all += bytes;
    if (own === 0) this.held.delete(address);
    else this.held.set(address, own);
    return 'held';
  }
}

export interface BodyInFlight {
  receive(bytes: number): 'held' | 'too-much';
  end(): void;
}

/** Reads no more of all bodies at once than there is memory for, so that whoever sends them slowly fills none. */
export function boundBodies(app: NestFastifyApplication, bodies = new BodiesInFlight()): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && Number(length ?? 0) <= most.small) {
      done(null, payload);
      return;
    }
    const body = bodies.begin(addressKey(request.ip));
    const counter = new Transform({
      transform: (chunk: Buffer, _encoding, next) =>
        body.receive(chunk.length) === 'held' ? next(null, chunk) : next(new RequestProblem(503, 'too-much-at-once', undefined, 10)),
    });
    reply.raw.once('close', () => body.end());
    payload.once('close', () => counter.destroy());
    done(null, payload.pipe(counter));
  });
}
