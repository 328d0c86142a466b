import { Module, type DynamicModule } from '@nestjs/common';
import { ApiDescription, DocumentationController } from '#libs/api-docs';
import { ApiModule } from './api.module.js';

const API = {
  title: 'Administration of CSAM Aanmelden',
  description:
    'What managers and integrators of an agency do on the pages, for their programs: register and change online services, follow the checklist, ask for production, rotate client secrets, read figures and records. What takes two people becomes a request; a program never decides.',
  token:
    'From FAS by client_credentials, for an API client that a manager of the agency made: RS256, header typ `at+jwt`, aud the administration followed by `/api`, good for five minutes.',
  modules: [ApiModule],
} as const;

/** The OpenAPI document of the API, and its page. */
@Module({})
export class ApiDocumentationModule {
  static make(): DynamicModule {
    return {
      module: ApiDocumentationModule,
      controllers: [DocumentationController],
      providers: [{ provide: ApiDescription, useValue: new ApiDescription(API) }],
    };
  }
}
