import { parseApplicationFile, registerApplication } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import {
  ensureServiceProviderKey,
  serviceProviderAddresses,
  serviceProviderMetadata,
} from '#libs/service-provider';
import { DEMO_AGENCY } from '#libs/testing';
import type { Workbench } from '../workbench.js';

const common = {
  agency: DEMO_AGENCY,
  environment: 'INT',
  contexts: ['citizen'],
  attributes: ['fedid', 'givenName', 'prefLanguage'],
  mandatoryAttributes: ['fedid'],
  legalBasis: { kind: 'RR_21_2015', reference: 'RR 21/2015', validFrom: '2026-01-01' },
  // The document itself is made from the key of the app, see below.
  saml: { metadataFile: 'none', requireSignedRequests: true },
} as const;

const OWN = {
  sma: {
    ...common,
    minimumLevel: 200,
    keys: ['eid', 'itsme', 'passkey', 'totp', 'sms', 'certificate', 'token', 'email', 'password'],
    name: {
      nl: 'Mijn digitale sleutels',
      fr: 'Mes clés numériques',
      de: 'Meine digitalen Schlüssel',
      en: 'My digital keys',
    },
  },
  admin: {
    ...common,
    // A registration office compares who stands there with the register.
    attributes: [...common.attributes, 'surname'],
    minimumLevel: 450,
    keys: ['eid', 'itsme'],
    name: {
      nl: 'Beheer van CSAM',
      fr: 'Gestion de CSAM',
      de: 'Verwaltung von CSAM',
      en: 'Administration of CSAM',
    },
  },
} as const;

/** Registers our own apps that sign people in through FAS; says how many were added. */
export async function addOwnApplications(tx: Queryable, workbench: Workbench): Promise<number> {
  let added = 0;
  for (const [app, application] of Object.entries(OWN)) {
    const baseUrl = workbench.config.baseUrl[app as keyof typeof OWN];
    const key = await ensureServiceProviderKey(tx, workbench.cipher, app);
    const parsed = parseApplicationFile(application);
    if (parsed.kind === 'invalid')
      throw new Error(`${app} is described wrongly: ${parsed.problems.join('; ')}`);
    const metadata = serviceProviderMetadata({ ...serviceProviderAddresses(baseUrl), key });
    const outcome = await registerApplication(tx, parsed.file, metadata);
    if (outcome.kind === 'registered') added += 1;
  }
  return added;
}
