import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { finalize, type Observable } from 'rxjs';
import { callerOf } from '../access/caller.js';
import { RequestProblem } from '../problems/problem.js';

const ofACaller = 3;
const inAll = 12;

/** Lets so much work that takes long go on at once and no more: reports, exports. Whoever is refused is told when to try again. */
@Injectable()
export class CostlyWork implements NestInterceptor {
  private readonly going = new Map<string, number>();
  private all = 0;

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const caller = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
    const whose = caller.kind === 'staff' ? caller.personId : caller.kind;
    const own = this.going.get(whose) ?? 0;
    if (own >= ofACaller || this.all >= inAll) throw new RequestProblem(503, 'busy', undefined, 5);
    this.change(whose, 1);
    return next.handle().pipe(finalize(() => this.change(whose, -1)));
  }

  private change(whose: string, by: 1 | -1): void {
    this.all += by;
    const own = (this.going.get(whose) ?? 0) + by;
    if (own === 0) this.going.delete(whose);
    else this.going.set(whose, own);
  }
}
