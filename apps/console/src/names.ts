import type { EventLog } from '#event-log';
import { personStream, type PersonSeen } from '#identity';
import { openDeep, type Keys } from '#keys';

/** Looks up who an actor is, each once; the actor itself where no name is known, may be known any more, or opens. */
export function namesIn({ log, keys }: { readonly log: EventLog; readonly keys: Keys }): (actor: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const look = async (actor: string): Promise<string> => {
    for await (const { type, data } of log.read(personStream(actor), { backwards: true })) {
      if (type !== 'PersonSeen') continue;
      const { name } = data as PersonSeen['data'];
      return openDeep(keys, name, { destroyed: actor, broken: actor }, () => undefined) as string;
    }
    return actor;
  };
  return (actor) => {
    const name = known.get(actor) ?? look(actor);
    known.set(actor, name);
    return name;
  };
}
