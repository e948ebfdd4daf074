import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { Assets } from './assets.js';

@ApiExcludeController()
@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get(':name')
  @Policy('open')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @Header('content-type', 'text/css; charset=utf-8')
  file(@Param('name') name: string): string {
    const found = this.assets.find(name);
    if (found === undefined) throw new NotFoundException();
    return found;
  }
}
