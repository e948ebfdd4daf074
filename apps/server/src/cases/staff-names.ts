import { Injectable } from '@nestjs/common';
import { peopleWho, type Caller, type Person } from '#identity';
import { SynpunkterNode } from '#node';
import { CaseReading } from './case-reading.js';

type Seen = NonNullable<Person['seen']>;

/** Opens the names of those who work here: the log knows them by pseudonym. */
@Injectable()
export class StaffNames {
  /** As long as the directory holds who was seen; another name is another sight. */
  private opened = new WeakMap<Seen, string>();
  /** How many keys had been destroyed when they were opened. */
  private destroyed = 0;

  constructor(
    private readonly node: SynpunkterNode,
    private readonly reading: CaseReading,
  ) {}

  /** Undefined for whoever has not been seen yet, and for what is no person. */
  nameOf(personId: string): string | undefined {
    this.forgetDestroyed();
    const seen = this.node.directory.state.get(personId)?.seen;
    return seen && (this.opened.get(seen) ?? this.open(seen));
  }

  /** Those who may do something, in the order of their names. */
  who(may: (caller: Caller) => boolean): { readonly personId: string; readonly name: string }[] {
    return peopleWho(this.node.directory.state, (caller) => may(this.node.atBoardsOfToday(caller)))
      .map((personId) => ({ personId, name: this.nameOf(personId) ?? personId }))
      .sort((one, other) => swedish.compare(one.name, other.name));
  }

  private open(seen: Seen): string {
    const name = this.reading.open(seen.name);
    this.opened.set(seen, name);
    return name;
  }

  private forgetDestroyed(): void {
    const { destroyedSoFar } = this.node.parts.keys;
    if (destroyedSoFar === this.destroyed) return;
    this.destroyed = destroyedSoFar;
    this.opened = new WeakMap();
  }
}

const swedish = new Intl.Collator('sv');
