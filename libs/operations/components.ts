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
  'sms-centre': 'source',
  itsme: 'source',
} as const;

export type ComponentName = keyof typeof COMPONENTS;

export const COMPONENT_NAMES = Object.keys(COMPONENTS) as ComponentName[];

export const isComponent = (name: string): name is ComponentName => Object.hasOwn(COMPONENTS, name);

/** What a window or an incident means for who uses the component. */
export const IMPACTS = ['outage', 'reduced', 'none'] as const;
export type Impact = (typeof IMPACTS)[number];
