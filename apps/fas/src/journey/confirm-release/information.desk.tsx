import type { VNode } from 'preact';
import { attributeNamed, type AttributeType } from '#libs/attributes';
import { formatPersonNumber, isLanguage, type Language, type PersonNumber } from '#libs/kernel';
import { formatDate } from '#libs/texts';
import { LANGUAGE_NAMES } from '#libs/ui';
import type { Authenticated } from '../authentication-result.js';
import type { OpenedJourney } from '../journey-desk.js';
import { InformationPage, type InformationProps, type ReleasedAttribute } from './information.page.js';
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
        unavailable={result.unavailable.map((name) => attributeNamed(name)?.label[language] ?? name)}
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
    label: attributeNamed(name)?.label[language] ?? name,
    values: [readable(attributeNamed(name)?.type, value, language)],
    source: sourceName(source, language),
    isNew: shownBefore !== undefined && !shownBefore.includes(name),
  };
}

/** The value as a person writes it. */
function readable(type: AttributeType | undefined, value: string, language: Language): string {
  if (type === 'person-number') return formatPersonNumber(value as PersonNumber);
  if (type === 'language' && isLanguage(value)) return LANGUAGE_NAMES[value];
  return type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(new Date(value), language) : value;
}
