import { Injectable, type INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Site } from '../pages/site.js';
import { loadSwagger } from './documented.js';

/** The OpenAPI document of the API, made of the routes themselves when it is first asked for. */
@Injectable()
export class ApiDescription {
  private app: INestApplication | undefined;
  private made: Promise<OpenAPIObject> | undefined;

  constructor(private readonly site: Site) {}

  describe(app: INestApplication): void {
    this.app = app;
  }

  document(): Promise<OpenAPIObject> {
    this.made ??= this.make();
    return this.made;
  }

  private async make(): Promise<OpenAPIObject> {
    if (!this.app) throw new Error('nothing was given to be described');
    const { DocumentBuilder, SwaggerModule } = await loadSwagger();
    const about = new DocumentBuilder()
      .setTitle('Synpunkter')
      .setVersion('1')
      .setDescription(
        'Leave a synpunkt, follow it, and handle it. Errors are problem documents (RFC 9457). ' +
          'A case carries its revision as ETag: send it as If-Match, and nobody overwrites what another has done meanwhile (412).',
      )
      .addServer(this.site.publicUrl)
      .addBearerAuth()
      .build();
    return SwaggerModule.createDocument(this.app, about);
  }
}
