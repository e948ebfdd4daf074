import type { Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { getMetadataStorage } from '../requests/rules.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly formFields?: ReadonlySet<string>;
  }
}

/**
 * Says which fields the form of a route has: those of the requests that it makes, or names. Nothing else of what is sent there is ever given
 * back, should the form not be taken.
 */
export const TakesForm = (...asked: readonly (Type<object> | string)[]): MethodDecorator => {
  const names = asked.flatMap((one) => (typeof one === 'string' ? [one] : namesIn(one)));
  return RouteConfig({ formFields: new Set(names) });
};

/** The fields of the form that is sent to the route of a request. */
export const formFieldsAt = ({ routeOptions }: FastifyRequest): ReadonlySet<string> => routeOptions.config.formFields ?? none;

const none: ReadonlySet<string> = new Set();

const namesIn = (asked: Type<object>): string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(asked, '', false, false)
    .map(({ propertyName }) => propertyName);
