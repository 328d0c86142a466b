import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ApiDescription } from './api-description.js';
import { DocumentationPage } from './documentation.page.js';

/** The document for programs, and the same as a page for those who write them. */
@ApiExcludeController()
@Public()
@Controller('api')
export class DocumentationController {
  constructor(private readonly description: ApiDescription) {}

  @Get('docs')
  @HtmlPage()
  page(): string {
    return renderPage(
      DocumentationPage({
        document: this.description.document,
        appendix: this.description.options.appendix?.(),
      }),
    );
  }

  @Get('docs-json')
  json(): OpenAPIObject {
    return this.description.document;
  }
}
