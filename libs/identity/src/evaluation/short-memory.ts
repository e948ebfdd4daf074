import { type Adapter, type AdapterPayload } from 'oidc-provider';

/** How many things of one kind are remembered; the oldest gives way. Evaluation has few logins at once. */
const most = 1000;

/** Codes, interactions and grants of the evaluation issuer, in memory until they expire; a restart forgets them. */
export class ShortMemory implements Adapter {
  private readonly things = new Map<string, { readonly payload: AdapterPayload; readonly until: number }>();

  upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.things.delete(id);
    this.things.set(id, { payload, until: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 });
    const [oldest] = this.things.keys();
    if (this.things.size > most && oldest !== undefined) this.things.delete(oldest);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const thing = this.things.get(id);
    return Promise.resolve(thing && thing.until > Date.now() ? thing.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.userCode === userCode);
  }

  consume(id: string): Promise<void> {
    const thing = this.things.get(id);
    if (thing) this.things.set(id, { ...thing, payload: { ...thing.payload, consumed: Math.floor(Date.now() / 1000) } });
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.things.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.things) if (payload.grantId === grantId) this.things.delete(id);
    return Promise.resolve();
  }

  private findBy(is: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    const found = [...this.things.values()].find(({ payload, until }) => until > Date.now() && is(payload));
    return Promise.resolve(found?.payload);
  }
}
