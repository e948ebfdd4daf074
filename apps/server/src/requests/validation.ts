import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { RequestProblem, type Problem } from '../problems/problem.js';
import { tooLong } from './plain-text.js';
import { Validator } from './rules.js';

/** Takes only what a request class declares; says which fields are wrong, never what stood in them. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    validatorPackage: new Validator(),
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new RequestProblem(422, 'invalid-request', flatten(errors)),
  });

type FieldError = NonNullable<Problem['errors']>[number];

const flatten = (errors: readonly ValidationError[], within = ''): FieldError[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = within + property;
    return [...Object.entries(constraints).map(([code, said]) => fieldError(field, code, said)), ...flatten(children, `${field}.`)];
  });

function fieldError(field: string, code: string, said: string): FieldError {
  const [length = 0, max = 0] = said.split('/').map(Number);
  return code === tooLong ? { field, code, length, max } : { field, code };
}
