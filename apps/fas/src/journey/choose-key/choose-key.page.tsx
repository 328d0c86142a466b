import { levelWord } from '#libs/loa';
import type { AuthenticationEvent, Context, KeyKind, KeyOffer, Level } from '#libs/loa';
import {
  Button,
  Form,
  KeyGroup,
  KeyTile,
  KeyTiles,
  Notice,
  Page,
  UnavailableKeyTile,
  keyName,
  strengthWord,
} from '#libs/ui';
import type { PageFrame, ServiceParty } from '#libs/ui';
import { chooseKeyTexts } from './choose-key.texts.js';

export interface ChooseKeyProps {
  readonly frame: PageFrame;
  readonly service: ServiceParty;
  /** `/fas/sign-in/<journeyId>`: the keys' pages and the cancellation lie under it */
  readonly journeyAddress: string;
  readonly context: Context;
  /** strongest first, as `decide` gives them */
  readonly offers: readonly KeyOffer[];
  /** the lowest level that satisfies the service */
  readonly required: Level;
  /** set on a step-up: the key of the present session, too weak for this service */
  readonly signedInWith?: Pick<AuthenticationEvent, 'key'>;
  /** set when the person comes back from a key that did not work out */
  readonly failed?: { readonly key: KeyKind; readonly why: 'refused' | 'timeout' | 'unavailable' };
  /** kind of the key that was proven in this browser last */
  readonly lastKey?: string;
  /** where a person without a suitable key can activate one (My digital keys) */
  readonly activateKeyHref: string;
}

const FAILED = {
  refused: 'failedRefused',
  timeout: 'failedTimeout',
  unavailable: 'failedUnavailable',
} as const;

const WHY = { high: 'whyHigh', substantial: 'whySubstantial', low: 'whyLow', basic: 'whyBasic' } as const;

/** The choice of a digital key: what opens the service first, then what does not and why. */
export function ChooseKeyPage(props: ChooseKeyProps) {
  const { frame, signedInWith, failed } = props;
  const { language } = frame;
  const t = chooseKeyTexts.in(language);
  const title = signedInWith ? t('stepUpTitle') : t('title');
  return (
    <Page
      frame={frame}
      title={title}
      problem={failed !== undefined}
      service={props.service}
      side={<Why {...props} />}
    >
      <h1>{title}</h1>
      {signedInWith && <p class="lead">{t('stepUpLead', { key: keyName(signedInWith.key, language) })}</p>}
      {failed && (
        <Notice kind="problem" title={t('failedTitle', { key: keyName(failed.key, language) })}>
          <p>{t(FAILED[failed.why])}</p>
        </Notice>
      )}
      {props.context === 'enterprise' && (
        <Notice>
          <p>{t('enterprise')}</p>
        </Notice>
      )}
      <AvailableKeys {...props} />
      <UnavailableKeys {...props} />
      <Form frame={frame} action={`${props.journeyAddress}/cancel`}>
        <Button look="secondary">{t('cancel')}</Button>
      </Form>
    </Page>
  );
}

function AvailableKeys({ frame: { language }, journeyAddress, offers, lastKey }: ChooseKeyProps) {
  const available = offers.filter((offer) => offer.available);
  const words = [...new Set(available.map((offer) => levelWord(offer.level)))];
  return (
    <section aria-label={chooseKeyTexts.in(language)('available')}>
      {words.map((word) => {
        const group = available.filter((offer) => levelWord(offer.level) === word);
        return (
          <KeyGroup key={word} language={language} level={group[0]?.level ?? 100}>
            {group.map(({ key, level }) => (
              <KeyTile
                key={key}
                language={language}
                kind={key}
                level={level}
                href={`${journeyAddress}/${key}`}
                usedLast={key === lastKey}
              />
            ))}
          </KeyGroup>
        );
      })}
    </section>
  );
}

function UnavailableKeys({ frame: { language }, offers, context, activateKeyHref }: ChooseKeyProps) {
  const t = chooseKeyTexts.in(language);
  const unavailable = offers.filter((offer) => !offer.available);
  return (
    <section class="flow" aria-labelledby={unavailable.length > 0 ? 'unavailable-keys' : undefined}>
      {unavailable.length > 0 && (
        <>
          <h2 id="unavailable-keys">{t('unavailable')}</h2>
          <KeyTiles dense>
            {unavailable.map(({ key, reason }) => (
              <UnavailableKeyTile
                key={key}
                language={language}
                kind={key}
                reason={reason}
                context={context}
              />
            ))}
          </KeyTiles>
        </>
      )}
      <p>
        {t('stronger')}{' '}
        <a class="standalone" href={activateKeyHref}>
          {t('strongerLink')}
        </a>
      </p>
    </section>
  );
}

function Why({ frame: { language }, offers, required }: ChooseKeyProps) {
  const t = chooseKeyTexts.in(language);
  const tooWeakWithin = offers.some(
    (offer) =>
      !offer.available && offer.reason === 'too-weak' && levelWord(offer.level) === levelWord(required),
  );
  return (
    <section class="card flow small">
      <h2>{t('whyTitle')}</h2>
      <p>{t(WHY[levelWord(required)])}</p>
      {tooWeakWithin && <p>{t('whyWithin', { strength: strengthWord(required, language) })}</p>}
    </section>
  );
}
