import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';

/** The OpenAPI document of this app, made once its routes are known. */
export class ApiDescription {
  private made: OpenAPIObject | undefined;

  make(app: INestApplication, baseUrl: string): void {
    const settings = new DocumentBuilder()
      .setTitle('Attribute Publication Service')
      .setDescription(
        'Gives FAS the attributes of a person who is signing in: what was asked and the application is authorised to have, with source, trust and time.',
      )
      .setVersion('1')
      .addServer(baseUrl)
      .addBearerAuth({
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'Signed by FAS (RS256 or ES256) with header typ `aps+jwt`; aud `aps`, iss the issuer of FAS, sub the FedID, client_id the id of the application, jti, journey, purpose, iat and exp at most 60 seconds later. Good for one request.',
      })
      .build();
    this.made = SwaggerModule.createDocument(app, settings);
  }

  get document(): OpenAPIObject {
    if (this.made === undefined) throw new Error('The API has not been described yet.');
    return this.made;
  }
}
