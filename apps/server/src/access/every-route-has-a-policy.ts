import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { policyKey } from './policy.decorator.js';

/** Refuses to start if a route does not say what it does, so that no route is open by having been forgotten. */
@Injectable()
export class EveryRouteHasAPolicy implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const missing = this.discovery.getControllers().flatMap(({ metatype, name }) => {
      const prototype = metatype?.prototype as Record<string, unknown> | undefined;
      if (!prototype) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => isRoute(prototype[method]) && !hasPolicy(prototype[method]))
        .map((method) => `${String(name)}.${method}`);
    });
    if (missing.length > 0) throw new Error(`These routes do not say what they do (@Policy): ${missing.join(', ')}`);
  }
}

const isRoute = (method: unknown): boolean =>
  typeof method === 'function' && (Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined) !== undefined;
const hasPolicy = (method: unknown): boolean => typeof method === 'function' && Reflect.getMetadata(policyKey, method) !== undefined;
