import type { Provider, Type } from '@nestjs/common';
import { systemClock } from '#libs/kernel';
import { defaultLoaPolicy } from '#libs/loa';
import type { FasServices } from '../../fas-services.js';
import { ArtifactResolution } from './artifact/artifact-resolution.js';
import { ArtifactsStore } from './artifact/artifacts.store.js';
import { AuthnRequestRules } from './authn-request/authn-request-rules.js';
import { PartnerNames } from './authn-request/partner-names.js';
import { PostedRequests } from './authn-request/posted-requests.js';
import { SeenRequestsStore } from './authn-request/seen-requests.store.js';
import { FasMetadata } from './metadata/fas-metadata.js';
import { metadataWords } from './metadata/metadata-words.js';
import { Delivery } from './response/delivery.js';
import { NameIds } from './response/name-ids.js';
import { PersistentNamesStore } from './response/persistent-names.store.js';
import { ResponseBuilder } from './response/response-builder.js';
import { SamlSigner } from './response/saml-signer.js';
import { samlAddresses } from './saml-addresses.js';
import { SamlController } from './saml.controller.js';
import { SamlFrontDoor } from './saml.front-door.js';
import { SamlSingleSignOn } from './saml.single-sign-on.js';
import { SelfTest } from './self-test/self-test.js';
import { SamlSelfTestController } from './self-test/self-test.controller.js';
import { samlSingleLogout } from './single-logout/create-saml-single-logout.js';
import { SamlLogoutController } from './single-logout/saml-logout.controller.js';
import { SamlSingleLogout } from './single-logout/saml-single-logout.js';
import { ServiceProviders } from './service-providers.js';

/** What the app's module takes up. */
export interface SamlParts {
  readonly door: SamlFrontDoor;
  readonly controllers: readonly Type<unknown>[];
  readonly providers: readonly Provider[];
  /** Makes the signing keys when there are none; before the app listens. */
  prepare(): Promise<void>;
}

/**
 * What services send over SOAP arrives as text: SOAP 1.1 is text/xml (Bindings 3.2.2.1); what other versions and
 * attachments come as is taken too, to be answered by a fault.
 */
export const SOAP_BODIES = ['text/xml', 'application/soap+xml', 'application/xml', 'multipart/related'];

/** The SAML front door of these services. */
export function samlFrontDoor(services: FasServices): SamlParts {
  const { config, state, cipher, index, ring, parties, sessions, journeyStore, journeys, audit } = services;
  const addresses = samlAddresses(config.baseUrl.fas);
  const clock = systemClock;
  const providers = new ServiceProviders(parties, clock);
  const seen = new SeenRequestsStore(state, sessions);
  const nameIds = new NameIds(index, addresses.entityId);
  const issuer = addresses.entityId;
  const signer = new SamlSigner(ring);
  const names = new PersistentNamesStore(state);
  const partners = new PartnerNames(services.partners.list);
  const responses = new ResponseBuilder({ issuer, signer, nameIds, names, partners, clock });
  const artifacts = new ArtifactsStore(state, cipher);
  const delivery = new Delivery({ issuer, artifacts, clock });
  const known = { issuer, partners };
  const door = new SamlFrontDoor({
    parties,
    providers,
    responses,
    delivery,
    sessions,
    journeys: journeyStore,
    clock,
  });
  const singleSignOn = new SamlSingleSignOn({
    addresses,
    rules: new AuthnRequestRules({ known, providers, seen, policy: defaultLoaPolicy }),
    posted: new PostedRequests(cipher, seen, clock),
    responses,
    delivery,
    nameIds,
    door,
    journeys,
    parties,
    sessions,
    audit,
    clock,
  });
  const resolution = new ArtifactResolution({
    issuer,
    endpoint: addresses.artifactResolution,
    providers,
    artifacts,
    signer,
    audit,
    clock,
  });
  const words = metadataWords(addresses.baseUrl, { name: 'CSAM', email: mailAddress(config.mail.from) });
  return {
    door,
    prepare: async () => {
      await ring.ensure('saml');
      await ring.ensure('saml-encryption');
    },
    controllers: [SamlController, SamlSelfTestController, SamlLogoutController],
    providers: [
      {
        provide: SamlSingleLogout,
        useValue: samlSingleLogout(services, { addresses, providers, seen, nameIds, clock }),
      },
      { provide: SamlSingleSignOn, useValue: singleSignOn },
      { provide: FasMetadata, useValue: new FasMetadata({ addresses, words, keys: ring, signer, clock }) },
      { provide: ArtifactResolution, useValue: resolution },
      {
        provide: SelfTest,
        useValue: new SelfTest({ addresses, known, providers, policy: defaultLoaPolicy }),
      },
    ],
  };
}

/** `CSAM <no-reply@csam.example>` without the name. */
const mailAddress = (sender: string): string => /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
