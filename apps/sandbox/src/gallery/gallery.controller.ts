import { Controller, Get } from '@nestjs/common';
import { HtmlPage, Public } from '#libs/http';
import { SandboxSettings } from '../sandbox-settings.js';
import { renderPage } from '#libs/ui';
import { GalleryPage } from './gallery.page.js';

@Public()
@Controller('gallery')
export class GalleryController {
  constructor(private readonly settings: SandboxSettings) {}

  @Get()
  @HtmlPage()
  page(): string {
    return renderPage(GalleryPage({ address: `${this.settings.fasBaseUrl}/fas/gallery` }));
  }
}
