import { pageFrame } from '#libs/http';
import { postFields } from '#libs/saml';
import { renderPage } from '#libs/ui';
import type { Exchange } from '../../../journey/front-door.js';
import { AutoPostPage } from '../../auto-post.page.js';
import type { ServiceProvider } from '../service-providers.js';

export interface PostedAnswer {
  readonly acs: string;
  readonly relayState?: string;
  readonly xml: string;
}

/** Sends the response by the POST binding (Bindings 3.5.4): a form that goes by itself, or by its button. */
export async function autoPost(
  { application }: ServiceProvider,
  { acs, relayState, xml }: PostedAnswer,
  { request, reply }: Exchange,
): Promise<void> {
  const { context } = request;
  context.allowFormTarget(acs);
  const fields = postFields('SAMLResponse', xml, relayState);
  const page = (
    <AutoPostPage
      frame={pageFrame(request)}
      application={application.name[context.language]}
      action={acs}
      fields={Object.fromEntries(fields.map(({ name, value }) => [name, value]))}
    />
  );
  await reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(renderPage(page));
}
