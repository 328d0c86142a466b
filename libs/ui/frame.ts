import type { Language } from '#libs/kernel';

/** Name of the hidden form field that carries the token against cross-site requests. */
export const CSRF_FIELD = '_csrf';

/** Addresses in header and footer, the same on every page of an app. */
export interface FrameLinks {
  readonly help: string;
  readonly accessibility: string;
  readonly privacy: string;
  readonly contact: string;
  /** what changed in the service; left out where people are on their way somewhere else */
  readonly news?: string;
  /** where the wordmark leads; left out inside a journey, where leaving would lose it */
  readonly home?: string;
}

/** How long the task of the page stays open, and where it is kept open longer. */
export interface TimeLimit {
  readonly seconds: number;
  /** Our own address; a POST answers with the seconds that are left then. */
  readonly action: string;
  /** What closes: a task such as a sign-in, or else the session of who is signed in. */
  readonly of?: 'session';
}

/** What surrounds the page itself: made once per request by the app, handed to every page unread. */
export interface PageFrame {
  readonly language: Language;
  /** name of the app beside the wordmark, in the page's language, e.g. `Aanmelden` */
  readonly serviceName: string;
  /** address of this same page in another language */
  readonly languageHref: (language: Language) => string;
  readonly links: FrameLinks;
  /** words for a place with no real data, e.g. `Testomgeving`; left out in production */
  readonly environment?: string;
  /** nonce of the content security policy; without it the page carries no script */
  readonly nonce?: string;
  /** token for the page's forms */
  readonly csrf?: string;
  readonly limit?: TimeLimit;
}

/** The application a person is signing in to, in words of the page's language. */
export interface ServiceParty {
  readonly application: string;
  readonly agency: string;
}

/** How a page that ends something lets the person go on: a link, or a form posted to our own address. */
export type WayBack =
  | { readonly kind: 'link'; readonly href: string; readonly service?: string }
  | { readonly kind: 'post'; readonly action: string; readonly service?: string };
