import { Injectable } from '@nestjs/common';
import { peopleWho, type Caller } from '#identity';
import { SynpunkterNode } from '#node';
import { CaseReading } from './case-reading.js';

/** Opens the names of those who work here: the log knows them by pseudonym. */
@Injectable()
export class StaffNames {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly reading: CaseReading,
  ) {}

  /** Undefined for whoever has not been seen yet, and for what is no person. */
  nameOf(personId: string): string | undefined {
    const seen = this.node.directory.state.get(personId)?.seen;
    return seen && this.reading.open(seen.name);
  }

  /** Those who may do something, in the order of their names. */
  who(may: (caller: Caller) => boolean): { readonly personId: string; readonly name: string }[] {
    return peopleWho(this.node.directory.state, (caller) => may(this.node.atBoardsOfToday(caller)))
      .map((personId) => ({ personId, name: this.nameOf(personId) ?? personId }))
      .sort((one, other) => one.name.localeCompare(other.name, 'sv'));
  }
}
