import type { Language, LocalisedText } from '#libs/kernel';
import type { FrameLinks, PageFrame } from '#libs/ui';
import type { FastifyRequest } from 'fastify';

/** What surrounds every page of an app. */
export interface FrameSettings {
  readonly serviceName: LocalisedText;
  readonly links: (language: Language) => FrameLinks;
  /** Words for a place without real data. */
  readonly environment?: LocalisedText;
}

/** The frame of the page that answers this request; its form token is only made when a form asks for it. */
export function frameFor(settings: FrameSettings, request: FastifyRequest, csrf: () => string): PageFrame {
  const { language, nonce, timeLimit: limit } = request.context;
  return {
    language,
    serviceName: settings.serviceName[language],
    // As the browser sees it: a mounted handler has its prefix cut off.
    languageHref: (other) => switchLanguage(request.originalUrl, other),
    links: settings.links(language),
    environment: settings.environment?.[language],
    nonce,
    ...(limit && { limit }),
    get csrf() {
      return csrf();
    },
  };
}

/** The same address with another language. */
export function switchLanguage(url: string, language: Language): string {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const query = new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
  query.set('lang', language);
  // Two slashes at the start would name another host.
  return `/${path.replace(/^\/+/, '')}?${query.toString()}`;
}
