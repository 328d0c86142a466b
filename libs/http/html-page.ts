import { Header } from '@nestjs/common';

/** The handler returns a whole page as text. */
export const HtmlPage = (): MethodDecorator => Header('content-type', 'text/html; charset=utf-8');
