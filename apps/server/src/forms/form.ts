import type { FastifyRequest } from 'fastify';

/** The fields of a form as text, without those that the program itself put in. */
export type Fields = Readonly<Record<string, string>>;

/** A form of ours that came back, found in order by the guard. */
export interface Form {
  readonly fields: Fields;
  /** Different for each form that was shown: the same again is a repetition. */
  readonly nonce: string;
  /** Whose form it was when it was shown; part of what makes a repetition, so that it is one also after signing in or out. */
  readonly by: string;
  /** The revision of the case that the form was shown with. */
  readonly revision: number | undefined;
  /** Shown so long ago that it is to be shown again before anything is done. */
  readonly expired: boolean;
}

const forms = new WeakMap<FastifyRequest, Form>();

export const setForm = (request: FastifyRequest, form: Form): void => {
  forms.set(request, form);
};

/** The form that a request brings; undefined for the API and whatever else is no form. */
export const formIfAny = (request: FastifyRequest): Form | undefined => forms.get(request);

/** The form that a request brings. The guard runs before every handler of a page that changes something. */
export function formOf(request: FastifyRequest): Form {
  const form = forms.get(request);
  if (!form) throw new Error('a form was handled without the guard');
  return form;
}
