import type { Language } from '#libs/kernel';
import type { Level } from '#libs/loa';
import { formatList } from '#libs/texts';
import { Buttons, LinkButton, Page, PageMark, Reference, WayBack, strengthWord } from '#libs/ui';
import type { PageFrame, ServiceParty, WayBackTo } from '#libs/ui';
import { refusedTexts } from './refused.texts.js';

export type RefusedReason =
  /** no key at all satisfies what is asked */
  | { readonly kind: 'no-key' }
  /** the person's enrolment caps every key below what is asked */
  | { readonly kind: 'profile-too-weak'; readonly required: Level; readonly keysHref: string }
  /** the source of a required attribute is down; labels and source in words */
  | { readonly kind: 'source-down'; readonly attributes: readonly string[]; readonly source: string }
  /** the source answers but holds no value for this person */
  | { readonly kind: 'attribute-unknown'; readonly attributes: readonly string[]; readonly source: string }
  | { readonly kind: 'profile-blocked' }
  /** the service asked for one particular person, and another one signed in */
  | { readonly kind: 'other-person' }
  | { readonly kind: 'cancelled' };

export interface RefusedProps {
  readonly frame: PageFrame;
  readonly service: ServiceParty;
  readonly reason: RefusedReason;
  readonly wayBack: WayBackTo;
  readonly reference: string;
}

/** The sign-in ends without success: why, what to do, and the way back to the service. */
export function RefusedPage({ frame, service, reason, wayBack, reference }: RefusedProps) {
  const { title, explanation, action } = wordsOf(reason, service, frame.language);
  const keysHref = reason.kind === 'profile-too-weak' ? reason.keysHref : undefined;
  const problem = reason.kind !== 'cancelled';
  const side = <Reference language={frame.language} value={reference} />;
  return (
    <Page frame={frame} title={title} problem={problem} service={service} side={side}>
      <PageMark kind={problem ? 'problem' : 'info'} />
      <h1>{title}</h1>
      <p class="lead">{explanation}</p>
      <p>{action}</p>
      {keysHref && (
        <Buttons>
          <LinkButton href={keysHref}>{refusedTexts.in(frame.language)('toKeys')}</LinkButton>
        </Buttons>
      )}
      <WayBack frame={frame} to={wayBack} look={keysHref ? 'secondary' : 'primary'} />
    </Page>
  );
}

function wordsOf(reason: RefusedReason, { application }: ServiceParty, language: Language) {
  const t = refusedTexts.in(language);
  switch (reason.kind) {
    case 'no-key':
      return { title: t('noKeyTitle'), explanation: t('noKey'), action: t('noKeyAction') };
    case 'profile-too-weak': {
      const explanation = t('tooWeak', { strength: strengthWord(reason.required, language) });
      return { title: t('tooWeakTitle'), explanation, action: t('tooWeakAction') };
    }
    case 'source-down': {
      const params = {
        application,
        attributes: formatList(reason.attributes, language),
        source: reason.source,
      };
      return {
        title: t('attributeTitle'),
        explanation: t('attribute', params),
        action: t('attributeAction'),
      };
    }
    case 'attribute-unknown': {
      const params = {
        application,
        attributes: formatList(reason.attributes, language),
        source: reason.source,
      };
      return {
        title: t('noAttributeTitle'),
        explanation: t('noAttribute', params),
        action: t('noAttributeAction'),
      };
    }
    case 'profile-blocked':
      return { title: t('blockedTitle'), explanation: t('blocked'), action: t('blockedAction') };
    case 'other-person':
      return { title: t('otherPersonTitle'), explanation: t('otherPerson'), action: t('otherPersonAction') };
    case 'cancelled':
      return {
        title: t('cancelledTitle'),
        explanation: t('cancelled', { application }),
        action: t('cancelledAction'),
      };
  }
}
