import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication, Type } from '@nestjs/common';
import type { ComponentChildren } from 'preact';

export interface ApiDescriptionOptions {
  readonly title: string;
  readonly description: string;
  /** What the bearer token is and where it comes from. */
  readonly token: string;
  /** Modules whose routes are the API; absent: all of them. */
  readonly modules?: readonly Type<unknown>[];
  /** Further parts of the page. */
  readonly appendix?: () => ComponentChildren;
}

/** The OpenAPI document of an app, made once its routes are known. */
export class ApiDescription {
  private made: OpenAPIObject | undefined;

  constructor(readonly options: ApiDescriptionOptions) {}

  make(app: INestApplication, baseUrl: string): void {
    const { title, description, token, modules } = this.options;
    const settings = new DocumentBuilder()
      .setTitle(title)
      .setDescription(description)
      .setVersion('1')
      .addServer(baseUrl)
      .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: token })
      .build();
    this.made = SwaggerModule.createDocument(app, settings, modules && { include: [...modules] });
  }

  get document(): OpenAPIObject {
    if (this.made === undefined) throw new Error('The API has not been described yet.');
    return this.made;
  }
}
