import { Injectable, type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Site } from '../pages/site.js';

/** The OpenAPI document of the API, made once from the routes themselves. */
@Injectable()
export class ApiDescription {
  private made: OpenAPIObject | undefined;

  constructor(private readonly site: Site) {}

  get document(): OpenAPIObject {
    if (!this.made) throw new Error('the API was not described at the start');
    return this.made;
  }

  describe(app: INestApplication): void {
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
    this.made = SwaggerModule.createDocument(app, about);
  }
}
