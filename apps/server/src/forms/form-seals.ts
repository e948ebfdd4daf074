import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { formToken, isFormToken, type Caller } from '#identity';
import { SynpunkterNode } from '#node';
import { callerIfKnown } from '../access/caller.js';
import { sessionOf } from '../access/living-session.js';
import { SignIn } from '../access/sign-in.js';
import type { Form } from './form.js';

/** What every form of ours carries in hidden fields. */
export interface Seal {
  readonly form: string;
  readonly token: string;
}

/** What is sealed into a form; no store remembers it. */
interface Sealed extends Pick<Form, 'nonce' | 'by'> {
  /** Where the form may be sent to, as the Swedish address. */
  readonly path: string;
  readonly revision?: number;
  /** In epoch milliseconds. */
  readonly at: number;
}

/** How long after it was shown a form may do something, in milliseconds. */
const life = 24 * 3_600_000;

/** Makes the hidden fields of forms, and reads them when the form comes back. */
@Injectable()
export class FormSeals {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly signIn: SignIn,
  ) {}

  /** @param again the nonce of a form that is shown again because nothing was done with it */
  make(
    request: FastifyRequest,
    path: string,
    { revision, again }: { revision?: number | undefined; again?: string | undefined } = {},
  ): Seal {
    const nonce = again ?? randomUUID();
    const by = holderOf(request);
    const sealed: Sealed = { nonce, by, path, at: Date.now(), ...(revision !== undefined && { revision }) };
    return { form: this.signIn.sessions.sealer.seal('form', sealed), token: formToken(this.boundTo(sealed), this.node.mac) };
  }

  /** A form that was shown at this path to whoever sends it now; undefined for everything else. */
  open(request: FastifyRequest, path: string, { form, token }: Partial<Seal>): Omit<Form, 'fields'> | undefined {
    const sealed = form === undefined ? undefined : (this.signIn.sessions.sealer.open('form', form) as Sealed | undefined);
    if (sealed?.path !== path || !isFormToken(token, this.boundTo(sealed), this.node.mac)) return undefined;
    if (sealed.by !== holderOf(request) && (sealed.by !== anybody || isForStaff(path))) return undefined;
    return { nonce: sealed.nonce, by: sealed.by, revision: sealed.revision, expired: Date.now() - sealed.at > life };
  }

  /** The revision that a form of ours was shown with, also if it was shown to another session. */
  revisionIn(form: string | undefined): number | undefined {
    return form === undefined ? undefined : (this.signIn.sessions.sealer.open('form', form) as Sealed | undefined)?.revision;
  }

  private boundTo({ by, nonce }: Pick<Sealed, 'by' | 'nonce'>): string {
    return by === anybody ? nonce : by;
  }
}

/** Who was not signed in when the form was shown. Such a form is bound to its own nonce and path alone, which will not do for the staff's. */
const anybody = 'anybody';

const isForStaff = (path: string): boolean => path.startsWith('/arbete');

function holderOf(request: FastifyRequest): string {
  const caller: Caller | undefined = callerIfKnown(request);
  if (caller?.kind === 'submitter') return `case ${caller.caseId}`;
  return sessionOf(request)?.session.sessionId ?? anybody;
}
