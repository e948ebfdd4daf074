import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Recorded } from '#event-log';
import { recordBounce } from '#mailer';
import { SynpunkterNode } from '#node';
import { noticeIdOf, noticeStream, type NoticeKind } from '#notices';
import { RequestProblem } from '../problems/problem.js';
import { caseRequest } from '../requests/command-request.js';

/** Writes down mails that came back, so that what they were to keep is owed again. */
@Injectable()
export class Bounces {
  constructor(private readonly node: SynpunkterNode) {}

  /** @throws RequestProblem if no mail of this kind has left the authority in this case */
  async record(request: FastifyRequest, caseId: string, { mail, code = 'returned' }: { mail: NoticeKind; code?: string }): Promise<void> {
    const { log } = this.node.parts;
    const { permit, commandId, actor, at } = caseRequest(request, 'record-bounce', { caseId, mac: this.node.mac, now: this.node.now() });
    const state = await this.node.caseState(caseId);
    if (state.status === 'not-received') throw new RequestProblem(404, 'case-not-found');
    permit(state);
    const noticeId = await this.lastOf(caseId, mail);
    const recorded = noticeId !== undefined && (await recordBounce(log, { noticeId, code, actor, commandId, at }));
    if (!recorded) throw new RequestProblem(422, 'invalid-request', [{ field: 'mail', code: 'unknown' }]);
  }

  /** The last notice of a kind that an event of the case has caused. */
  private async lastOf(caseId: string, kind: NoticeKind): Promise<string | undefined> {
    const events: Recorded[] = [];
    for await (const event of this.node.parts.log.read(`case-${caseId}`)) events.push(event);
    for (const { id } of events.toReversed()) {
      const noticeId = noticeIdOf(id, kind);
      for await (const _ of this.node.parts.log.read(noticeStream(noticeId), { limit: 1 })) return noticeId;
    }
    return undefined;
  }
}
