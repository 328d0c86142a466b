import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, Public } from '#libs/http';
import { galleryIndex, galleryPage } from './gallery.js';

/** Every state of every page of the administration, for review and accessibility tests; not in production. */
@Controller('gallery')
@Public()
export class GalleryController {
  @Get()
  @HtmlPage()
  index(@Req() { context }: FastifyRequest): string {
    return galleryIndex(context.language);
  }

  @Get('*')
  @HtmlPage()
  page(@Param('*') name: string, @Req() { context }: FastifyRequest): string {
    const page = galleryPage(name, context.language);
    if (page === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return page;
  }
}
