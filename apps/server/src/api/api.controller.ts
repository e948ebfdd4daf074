import { Controller, Get, Req, Res } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Policy } from '../access/policy.decorator.js';
import { languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import { ApiDescription } from './api-description.js';
import { apiTexts } from './api.texts.js';
import { ApiExcludeController } from './documented.js';
import { operationsIn } from './operations.js';

/** Describes the API, to programs and to people. */
@ApiExcludeController()
@Controller()
export class ApiController {
  constructor(
    private readonly description: ApiDescription,
    private readonly pages: PageAnswer,
  ) {}

  @Get('api/v1/openapi.json')
  @Policy('open')
  document(): Promise<OpenAPIObject> {
    return this.description.document();
  }

  @Get(['api', 'en/api'])
  @Policy('open')
  async page(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const document = await this.description.document();
    const { title } = apiTexts[languageOf(request.url)];
    const model = { about: document.info.description ?? '', document: '/api/v1/openapi.json', operations: operationsIn(document) };
    return this.pages.show({ request, reply }, 'api', { title, model });
  }
}
