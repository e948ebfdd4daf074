import { Injectable } from '@nestjs/common';
import type { Language } from '#cases';
import { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import type { Telling } from './history-in-words.js';
import { namesOn } from './names-of-things.js';
import { StaffNames } from './staff-names.js';

/** What it takes to tell of a case today: the names of boards, subjects and people. */
@Injectable()
export class CaseTelling {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly staff: StaffNames,
  ) {}

  in(language: Language): Telling {
    const today = localDate(this.node.now());
    const names = namesOn(this.node.organisation.state, { today, language });
    return { language, today, names, nameOf: (personId) => this.staff.nameOf(personId) };
  }
}
