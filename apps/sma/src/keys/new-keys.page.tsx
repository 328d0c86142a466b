import { defaultLoaPolicy, keyLevel, type KeyKind } from '#libs/loa';
import { KeyIcon, keyName, Page, StrengthMeter, type PageFrame } from '#libs/ui';
import { keysTexts } from './keys.texts.js';

export interface OfferedKey {
  readonly kind: KeyKind;
  /** The person has as many as they may have. */
  readonly enough: boolean;
  /** A stronger sign-in comes first. */
  readonly stepUp: boolean;
}

export interface NewKeysProps {
  readonly frame: PageFrame;
  readonly offers: readonly OfferedKey[];
}

/** Which key to add, the strongest first. */
export function NewKeysPage({ frame, offers }: NewKeysProps) {
  const t = keysTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('newTitle')}>
      <p>
        <a class="standalone" href="/overview/">
          {t('back')}
        </a>
      </p>
      <h1>{t('newTitle')}</h1>
      <p class="lead">{t('newLead')}</p>
      <ul class="tiles">
        {offers.map((offer) => (
          <Offer key={offer.kind} frame={frame} offer={offer} />
        ))}
      </ul>
    </Page>
  );
}

function Offer({ frame: { language }, offer }: { readonly frame: PageFrame; readonly offer: OfferedKey }) {
  const t = keysTexts.in(language);
  const { kind, enough, stepUp } = offer;
  const inside = (
    <>
      <span class="tile-icon">
        <KeyIcon kind={kind} />
      </span>
      <span>
        <span class="tile-name">{keyName(kind, language)}</span>
        <span class="tile-about">
          <StrengthMeter level={keyLevel(defaultLoaPolicy, kind, 'eid')} language={language} />
        </span>
        {enough && <span class="tile-about">{t('enough')}</span>}
        {stepUp && <span class="tile-about">{t('stepUp')}</span>}
      </span>
    </>
  );
  return (
    <li>
      {enough ? (
        <div class="tile tile-unavailable" data-enough={kind}>
          {inside}
        </div>
      ) : (
        <a class="tile" href={`/keys/new/${kind}`} data-new-key={kind}>
          {inside}
        </a>
      )}
    </li>
  );
}
