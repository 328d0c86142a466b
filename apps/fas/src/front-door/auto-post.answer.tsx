import type { FastifyRequest } from 'fastify';
import { pageFrame } from '#libs/http';
import { HiddenFields, renderMarkup, renderPage } from '#libs/ui';
import { AutoPostPage, type AutoPostProps } from './auto-post.page.js';

/** Stand in a template for what differs from answer to answer; no text of ours and no address holds them. */
const NONCE = '\u0002nonce\u0003';
const FIELD = '\u0002field\u0003';

/** Enough for every busy service in four languages; a page takes five kilobytes. */
const MOST_TEMPLATES = 2_000;

type Template = readonly [untilFields: string, afterFields: string];

const templates = new Map<string, Template>();

/**
 * The page that carries a message to a service. Everything on it but the message and the nonce is the same for all who
 * go to that service in that language, and is rendered once.
 */
export function autoPostAnswer(request: FastifyRequest, { fields, ...shared }: Omit<AutoPostProps, 'frame'>) {
  const { language, nonce } = request.context;
  const key = [language, shared.application, shared.action].join('\n');
  const template = templates.get(key) ?? keep(key, templateOf(request, shared));
  const message = renderMarkup(<HiddenFields fields={fields} />);
  return template.map((part) => part.replaceAll(NONCE, nonce)).join(message);
}

function keep(key: string, template: Template): Template {
  if (templates.size >= MOST_TEMPLATES) templates.clear();
  templates.set(key, template);
  return template;
}

function templateOf(request: FastifyRequest, shared: Omit<AutoPostProps, 'frame' | 'fields'>): Template {
  const { language, serviceName, languageHref, links, environment } = pageFrame(request);
  const frame = {
    language,
    serviceName,
    languageHref,
    links,
    nonce: NONCE,
    ...(environment && { environment }),
  };
  const place = { [FIELD]: '' };
  const page = renderPage(<AutoPostPage {...shared} frame={frame} fields={place} />);
  const [untilFields, afterFields, ...others] = page.split(renderMarkup(<HiddenFields fields={place} />));
  if (untilFields === undefined || afterFields === undefined || others.length > 0) {
    throw new Error('the page that carries a message has not exactly one place for it');
  }
  return [untilFields, afterFields];
}
