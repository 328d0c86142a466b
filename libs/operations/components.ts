/**
 * The parts whose availability people and services notice. `source`: run by another party, whose availability bounds
 * ours when its data is asked.
 */
export const COMPONENTS = {
  'sign-in-oidc': 'own',
  'sign-in-saml': 'own',
  'certificate-login': 'own',
  'my-keys': 'own',
  attributes: 'own',
  administration: 'own',
  messages: 'own',
  'national-register': 'source',
  'bis-register': 'source',
  'enterprise-register': 'source',
  roles: 'source',
  'sms-centre': 'source',
  itsme: 'source',
  eidas: 'source',
  'identity-services': 'source',
} as const;

export type ComponentName = keyof typeof COMPONENTS;

export const COMPONENT_NAMES = Object.keys(COMPONENTS) as ComponentName[];

/** Those that other parties run. */
export const SOURCE_NAMES = COMPONENT_NAMES.filter((name) => COMPONENTS[name] === 'source');

export const isComponent = (name: string): name is ComponentName => Object.hasOwn(COMPONENTS, name);

/** What a window or an incident means for who uses the component. */
export const IMPACTS = ['outage', 'reduced', 'none'] as const;
export type Impact = (typeof IMPACTS)[number];

/** A row of the configured identity services, as far as it matters here. */
export interface RecognisedService {
  readonly key: string;
  readonly status: string;
  /** First and last day of the recognition, in UTC. */
  readonly recognisedFrom?: string;
  readonly recognisedUntil?: string;
}

/** Under which component a recognised service is watched: the two that the service sheet names apart, the rest together. */
export const componentOf = ({ key }: Pick<RecognisedService, 'key'>): ComponentName =>
  key === 'itsme' || key === 'eidas' ? key : 'identity-services';

/** Whether a service may be used on this day. */
export function isRecognisedOn(
  { status, recognisedFrom, recognisedUntil }: RecognisedService,
  now: Date,
): boolean {
  const day = now.toISOString().slice(0, 10);
  return status === 'recognised' && day >= (recognisedFrom ?? day) && day <= (recognisedUntil ?? day);
}

/** The components that this installation has: no identity service shows as working where none is recognised. */
export function componentsInUse(services: readonly RecognisedService[], now: Date): ComponentName[] {
  const identity = new Set(services.filter((row) => isRecognisedOn(row, now)).map(componentOf));
  const optional: readonly ComponentName[] = ['itsme', 'eidas', 'identity-services'];
  return COMPONENT_NAMES.filter((name) => !optional.includes(name) || identity.has(name));
}
