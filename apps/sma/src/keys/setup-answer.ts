import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SetupAnswer } from '#libs/digital-keys';
import { pageFrame } from '#libs/http';
import type { Language } from '#libs/kernel';
import { renderPage } from '#libs/ui';

export interface SetupPlace {
  /** Where the steps of this setup live. */
  readonly base: string;
  readonly cancelHref: string;
  /** Where to go once the key is there. */
  readonly done: (keyId: string) => string;
}

/** Answers a step of a setup: with a page that no cache keeps, or by going on. */
export async function sendSetupAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { base, cancelHref, done }: SetupPlace,
  answer: SetupAnswer,
): Promise<void> {
  if (answer.kind === 'over') return void (await reply.redirect(base, 303));
  if (answer.kind === 'activated') return void (await reply.redirect(done(answer.keyId), 303));
  if (answer.kind === 'elsewhere') return void (await reply.redirect(answer.location, 303));
  // The page answers a form; in another language the setup begins with its first page.
  const languageHref = (language: Language) => `${base}?lang=${language}`;
  const frame = { ...pageFrame(request), languageHref };
  const addresses = { frame, action: `${base}/confirm`, beginAction: `${base}/begin`, cancelHref };
  await reply
    .code(answer.problem === undefined ? 200 : 422)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(renderPage(answer.page(addresses)));
}
