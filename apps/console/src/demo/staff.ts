import { loadEvaluation, type Role } from '#identity';
import type { SynpunkterNode } from '#node';
import type { Settings } from '#settings';
import type { Dice } from './dice.js';

/** The people of the evaluation, by what they may do. */
export class Staff {
  private constructor(private readonly people: readonly { readonly id: string; readonly duties: readonly string[] }[]) {}

  /** Records them with their roles where that was not done before, and knows them from then on. */
  static async hire({ organisation, publicUrl }: Settings, node: SynpunkterNode): Promise<Staff> {
    const { evaluationGrants, readEvaluationPeople } = await loadEvaluation(process.env['NODE_ENV']);
    const people = readEvaluationPeople(organisation);
    const streams = evaluationGrants(people, publicUrl, node.mac);
    for (const { stream, correlationId, events } of streams) await node.tellOnce(stream, correlationId, events);
    return new Staff(
      people.map(({ grants }, index) => ({
        id: streams[index]?.correlationId ?? '',
        duties: grants.flatMap(({ role, boards }) => (boards === 'all' ? [] : boards.map((board) => `${role} ${board}`))),
      })),
    );
  }

  /** Somebody who holds a role for a board. Where the evaluation has nobody, the front board's people step in. */
  who(role: Role, board: string, dice: Dice): string {
    const duty = [`${role} ${board}`, `officer ${board}`, `${role} RS`, 'registrar RS'].find((one) => this.with(one).length > 0) ?? '';
    return dice.pick(this.with(duty));
  }

  private with(duty: string): readonly string[] {
    return this.people.filter(({ duties }) => duties.includes(duty)).map(({ id }) => id);
  }
}
