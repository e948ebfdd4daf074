import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { RequestProblem } from '../problems/problem.js';
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

type FieldError = { readonly field: string; readonly code: string };

const flatten = (errors: readonly ValidationError[], within = ''): FieldError[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = within + property;
    return [...Object.keys(constraints).map((code) => ({ field, code })), ...flatten(children, `${field}.`)];
  });
