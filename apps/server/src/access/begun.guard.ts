import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { LogUnavailable } from '#event-log';
import { SynpunkterNode } from '#node';
import { HealthController } from '../health/health.controller.js';

/** Until the node is at work there is nothing to show and nowhere to write; only its health can be asked. */
@Injectable()
export class BegunGuard implements CanActivate {
  constructor(private readonly node: SynpunkterNode) {}

  canActivate(context: ExecutionContext): boolean {
    if (!this.node.begun && context.getClass() !== HealthController) throw new LogUnavailable('the node has not begun');
    return true;
  }
}
