import type { Provider, Type } from '@nestjs/common';
import { systemClock } from '#libs/kernel';
import { defaultLoaPolicy } from '#libs/loa';
import type { FasServices } from '../../fas-services.js';
import { AuthnRequestRules } from './authn-request/authn-request-rules.js';
import { PostedRequests } from './authn-request/posted-requests.js';
import { SeenRequestsStore } from './authn-request/seen-requests.store.js';
import { FasMetadata } from './metadata/fas-metadata.js';
import { metadataWords } from './metadata/metadata-words.js';
import { NameIds } from './response/name-ids.js';
import { ResponseBuilder } from './response/response-builder.js';
import { samlAddresses } from './saml-addresses.js';
import { SamlController } from './saml.controller.js';
import { SamlFrontDoor } from './saml.front-door.js';
import { SamlSingleSignOn } from './saml.single-sign-on.js';
import { ServiceProviders } from './service-providers.js';

/** What the app's module takes up. */
export interface SamlParts {
  readonly door: SamlFrontDoor;
  readonly controllers: readonly Type<unknown>[];
  readonly providers: readonly Provider[];
  /** Makes the signing keys when there are none; before the app listens. */
  prepare(): Promise<void>;
}

/** The SAML front door of these services. */
export function samlFrontDoor(services: FasServices): SamlParts {
  const { config, state, cipher, index, ring, parties, sessions, journeyStore, journeys, audit } = services;
  const addresses = samlAddresses(config.baseUrl.fas);
  const clock = systemClock;
  const providers = new ServiceProviders(parties, clock);
  const seen = new SeenRequestsStore(state);
  const nameIds = new NameIds(index, addresses.entityId);
  const responses = new ResponseBuilder({ issuer: addresses.entityId, keys: ring, nameIds, clock });
  const door = new SamlFrontDoor({ parties, providers, responses, sessions, journeys: journeyStore, clock });
  const singleSignOn = new SamlSingleSignOn({
    addresses,
    rules: new AuthnRequestRules({ providers, seen, policy: defaultLoaPolicy }),
    posted: new PostedRequests(cipher, seen, clock),
    responses,
    nameIds,
    door,
    journeys,
    parties,
    sessions,
    audit,
    clock,
  });
  const words = metadataWords(addresses.baseUrl, { name: 'CSAM', email: mailAddress(config.mail.from) });
  return {
    door,
    prepare: () => ring.ensure('saml'),
    controllers: [SamlController],
    providers: [
      { provide: SamlSingleSignOn, useValue: singleSignOn },
      { provide: FasMetadata, useValue: new FasMetadata({ addresses, words, keys: ring, clock }) },
    ],
  };
}

/** `CSAM <no-reply@csam.example>` without the name. */
const mailAddress = (sender: string): string => /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
