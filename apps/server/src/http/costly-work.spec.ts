import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { FastifyRequest } from 'fastify';
import { Subject } from 'rxjs';
import type { Caller } from '#identity';
import { setCaller } from '../access/caller.js';
import { RequestProblem } from '../problems/problem.js';
import { CostlyWork } from './costly-work.js';

const officer = (personId: string): Caller => ({ kind: 'staff', personId, name: '', grants: [] });

/** Somebody asks for work that goes on until it is ended, or is refused. */
function ask(work: CostlyWork, caller: Caller): { readonly end: () => void } | 'busy' {
  const request = {} as FastifyRequest;
  setCaller(request, caller);
  const going = new Subject<void>();
  try {
    work.intercept(new ExecutionContextHost([request]), { handle: () => going }).subscribe();
    return { end: () => going.complete() };
  } catch (error) {
    if (error instanceof RequestProblem && error.status === 503) return 'busy';
    throw error;
  }
}

const taken = (answers: readonly ReturnType<typeof ask>[]) => answers.flatMap((one) => (one === 'busy' ? [] : [one]));

it('three reports of one person go on at once, and a fourth when one has ended', () => {
  const work = new CostlyWork();
  const going = taken(Array.from({ length: 20 }, () => ask(work, officer('hanna'))));
  expect(going).toHaveLength(3);
  expect(ask(work, officer('olle'))).not.toBe('busy');
  going[0]?.end();
  expect(ask(work, officer('hanna'))).not.toBe('busy');
  expect(ask(work, officer('hanna'))).toBe('busy');
});

it('twelve go on at once, whoever asks, and all of them again when those have ended', () => {
  const work = new CostlyWork();
  for (let round = 0; round < 2; round++) {
    const going = taken(Array.from({ length: 50 }, (_, number) => ask(work, officer(`person ${number}`))));
    expect(going).toHaveLength(12);
    for (const { end } of going) end();
  }
});
