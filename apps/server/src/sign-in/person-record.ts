import { Injectable } from '@nestjs/common';
import { deriveUuid, neverBack, WrongRevision } from '#event-log';
import { recognise, personStream, type Identity, type SignedOut } from '#identity';
import { SynpunkterNode } from '#node';

const attempts = 3;

interface PersonAppend {
  readonly stream: string;
  readonly correlationId: string;
  readonly expected: number | 'no-stream';
  readonly events: readonly { readonly type: string; readonly data: object }[];
}

/** Writes into the log what a login or a sign-out makes known of a person. */
@Injectable()
export class PersonRecord {
  constructor(private readonly node: SynpunkterNode) {}

  /** The person as this login shows them; rights that waited for the address hold from now on. */
  recognise(identity: Identity): Promise<void> {
    return this.append(identity.personId, () => recognise(this.node.directory.state, identity, this.node.mac));
  }

  /** What was begun is over on every node that follows the log. */
  signOut(personId: string, events: readonly SignedOut[]): Promise<void> {
    return this.append(personId, () => {
      const revision = this.node.directory.state.get(personId)?.revision ?? -1;
      return [{ stream: personStream(personId), correlationId: personId, expected: revision < 0 ? 'no-stream' : revision, events }];
    });
  }

  /** Resolves when this node knows it. Who loses a race looks again at what is known then. */
  private async append(personId: string, wanted: () => readonly PersonAppend[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        for (const one of wanted()) await this.appendOne(personId, one);
        return;
      } catch (error) {
        if (!(error instanceof WrongRevision) || attempt === attempts) throw error;
        const head = await this.node.parts.log.head();
        if (head !== 'empty') await this.node.reached(head);
      }
    }
  }

  private async appendOne(personId: string, { stream, correlationId, expected, events }: PersonAppend): Promise<void> {
    const commandId = deriveUuid('person', stream, String(expected), JSON.stringify(events));
    const { log } = this.node.parts;
    const context = { actor: personId, commandId, correlationId, recordedAt: await neverBack(log, stream, this.node.now()) };
    const { position } = await log.append(stream, expected, events, context);
    await this.node.reached(position);
  }
}
