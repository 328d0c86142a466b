import type { KoaContextWithOIDC } from 'oidc-provider';
import type { FastifyRequest } from 'fastify';
import type { RelyingParties } from '../../relying-parties/relying-parties.js';
import { autoPostAnswer } from '../auto-post.answer.js';

/** Answers by a form that the browser posts to the client (OAuth 2.0 Form Post Response Mode). */
export function formPost(
  ctx: KoaContextWithOIDC,
  to: { readonly address: string; readonly fields: Readonly<Record<string, unknown>> },
  { request, parties }: { readonly request: FastifyRequest; readonly parties: RelyingParties },
): void {
  const { context } = request;
  context.allowFormTarget(to.address);
  const { clientId = '' } = ctx.oidc.client ?? {};
  const fields = Object.entries(to.fields).map(([name, value]) => [name, String(value)] as const);
  ctx.status = 200;
  ctx.type = 'html';
  ctx.set('cache-control', 'no-store');
  ctx.body = autoPostAnswer(request, {
    application: parties.byClient(clientId)?.name[context.language] ?? '',
    action: to.address,
    fields: Object.fromEntries(fields),
  });
}
