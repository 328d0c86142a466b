import type { Language } from '#libs/kernel';
import { pageFrame } from '#libs/http';
import type { Delivery, Logout } from '#libs/single-logout';
import { renderPage } from '#libs/ui';
import type { Exchange } from '../journey/front-door.js';
import { ChooseSignOutPage } from '../journey/signed-out/choose-sign-out.page.js';
import { ConfirmSignOutPage } from '../journey/signed-out/confirm-sign-out.page.js';
import type { LeftService } from '../journey/signed-out/left-service.js';
import { SignedOutPage } from '../journey/signed-out/signed-out.page.js';
import { SigningOutPage } from '../journey/signed-out/signing-out.page.js';
import type { RelyingParties } from '../relying-parties/relying-parties.js';
import type { LeftSession } from '../sign-in-session/session-endings.store.js';
import type { LogoutDoors } from './logout-doors.js';
import { logoutPath } from './single-logout.js';

/** The pages of a sign-out, with the names of the services in the language of the person. */
export class SignOutPages {
  constructor(
    private readonly parties: RelyingParties,
    private readonly doors: LogoutDoors,
  ) {}

  /** Asked on our own account, or for a service that did not prove that it may ask. */
  async confirm(session: LeftSession, path: string, exchange: Exchange): Promise<string> {
    const planned = await this.doors.plan(session, { protocol: 'fas' });
    return renderPage(
      <ConfirmSignOutPage
        frame={pageFrame(exchange.request)}
        action={path}
        services={this.namesOf(planned, languageOf(exchange))}
      />,
    );
  }

  async choose({ id, starter }: Logout, session: LeftSession, exchange: Exchange): Promise<string> {
    const language = languageOf(exchange);
    const planned = await this.doors.plan(session, starter);
    const others = planned.filter(({ applicationId }) => applicationId !== starter.applicationId);
    return renderPage(
      <ChooseSignOutPage
        frame={pageFrame(exchange.request)}
        service={this.nameOf(starter.applicationId, language) ?? ''}
        others={this.namesOf(others, language)}
        everywhereHref={`${logoutPath(id)}/everywhere`}
        onlyHref={`${logoutPath(id)}/only`}
      />,
    );
  }

  progress({ id }: Logout, deliveries: readonly Delivery[], exchange: Exchange): string {
    return renderPage(
      <SigningOutPage
        frame={pageFrame(exchange.request)}
        services={this.left(deliveries, languageOf(exchange))}
        nextHref={`${logoutPath(id)}/next`}
      />,
    );
  }

  done({ id, starter }: Logout, deliveries: readonly Delivery[], exchange: Exchange): string {
    const language = languageOf(exchange);
    const service = this.nameOf(starter.applicationId, language);
    const back = service !== undefined && this.doors.find(starter.protocol) !== undefined;
    return renderPage(
      <SignedOutPage
        frame={pageFrame(exchange.request)}
        services={this.left(deliveries, language)}
        wayBack={
          back ? { kind: 'link', href: `${logoutPath(id)}/return`, service } : { kind: 'link', href: '/fas/' }
        }
      />,
    );
  }

  /** Nobody is signed in here any more, or never was. */
  over({ request }: Exchange): string {
    return renderPage(
      <SignedOutPage frame={pageFrame(request)} services={[]} wayBack={{ kind: 'link', href: '/fas/' }} />,
    );
  }

  private left(deliveries: readonly Delivery[], language: Language): LeftService[] {
    return deliveries.flatMap((delivery) => {
      const name = this.nameOf(delivery.applicationId, language);
      return name === undefined ? [] : [{ name, state: stateOf(delivery) }];
    });
  }

  private namesOf(of: readonly { readonly applicationId: string }[], language: Language): string[] {
    return [...new Set(of.flatMap(({ applicationId }) => this.nameOf(applicationId, language) ?? []))];
  }

  private nameOf(applicationId: string | undefined, language: Language): string | undefined {
    return applicationId === undefined ? undefined : this.parties.find(applicationId)?.name[language];
  }
}

function stateOf({ state, channel }: Delivery): LeftService['state'] {
  if (state === 'confirmed') return 'confirmed';
  if (state === 'failed') return 'unconfirmed';
  if (channel === 'back') return 'told';
  return state === 'sent' ? 'visited' : 'waiting';
}

const languageOf = ({ request }: Exchange): Language => request.context.language;
