import type { VNode } from 'preact';
import { attributeLabel, attributeNamed, rolesIn, type AttributeType } from '#libs/attributes';
import {
  formatEnterpriseNumber,
  formatEstablishmentNumber,
  formatPersonNumber,
  isLanguage,
  type EnterpriseNumber,
  type EstablishmentNumber,
  type Language,
  type PersonNumber,
} from '#libs/kernel';
import { formatDate } from '#libs/texts';
import { LANGUAGE_NAMES } from '#libs/ui';
import type { Authenticated } from '../authentication-result.js';
import type { OpenedJourney } from '../journey-desk.js';
import { InformationPage, type InformationProps, type ReleasedAttribute } from './information.page.js';
import { informationTexts } from './information.texts.js';
import type { ReleaseDecisionsStore } from './release-decisions.store.js';
import { sourceName } from './source-names.js';

/** Shows a person what goes to whom. */
export class InformationDesk {
  constructor(private readonly decisions: ReleaseDecisionsStore) {}

  /** The page; undefined when the journey does not wait for it. */
  async page({ journey, application, frame, service, address }: OpenedJourney): Promise<VNode | undefined> {
    const { state, result } = journey;
    if (state !== 'confirming' || result?.kind !== 'authenticated') return undefined;
    const shownBefore = await this.decisions.shownBefore(result.fedId, application.id);
    const { language } = frame;
    return (
      <InformationPage
        frame={frame}
        service={service}
        action={`${address}/information`}
        occasion={occasionOf(result, shownBefore)}
        lasting={journey.request.offline === true}
        attributes={result.attributes.map((attribute) => released(attribute, shownBefore, language))}
        unavailable={result.unavailable.map((name) => attributeLabel(name, language))}
        legalBasis={application.authorisation?.reference ?? ''}
      />
    );
  }
}

function occasionOf(
  { attributes }: Authenticated,
  shownBefore: readonly string[] | undefined,
): InformationProps['occasion'] {
  if (shownBefore === undefined) return 'first-use';
  return attributes.every(({ name }) => shownBefore.includes(name)) ? 'asked-again' : 'changed';
}

function released(
  { name, value, source }: Authenticated['attributes'][number],
  shownBefore: readonly string[] | undefined,
  language: OpenedJourney['frame']['language'],
): ReleasedAttribute {
  return {
    label: attributeLabel(name, language),
    values: readable(attributeNamed(name)?.type, value, language),
    source: sourceName(source, language),
    isNew: shownBefore !== undefined && !shownBefore.includes(name),
  };
}

type Writer = (value: string, language: Language) => string;

const WRITERS: Readonly<Partial<Record<AttributeType, Writer>>> = {
  'person-number': (value) => formatPersonNumber(value as PersonNumber),
  'enterprise-number': (value) => formatEnterpriseNumber(value as EnterpriseNumber),
  'establishment-number': (value) => formatEstablishmentNumber(value as EstablishmentNumber),
  language: (value) => (isLanguage(value) ? LANGUAGE_NAMES[value] : value),
  flag: (value, language) => informationTexts.in(language)(value === 'true' ? 'yes' : 'no'),
  date: (value, language) =>
    /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(new Date(value), language) : value,
};

/** The values as a person writes them. */
function readable(type: AttributeType | undefined, value: string, language: Language): string[] {
  if (type === 'roles') return rolesIn(value).map(({ name }) => name);
  return [(type && WRITERS[type]?.(value, language)) ?? value];
}
