import type { Language } from '#libs/kernel';
import { levelWord } from '#libs/loa';
import { formatDate, formatDateTime } from '#libs/texts';
import {
  Buttons,
  KeyIcon,
  KeyTiles,
  keyName,
  LinkButton,
  Notice,
  Page,
  StrengthMeter,
  SummaryList,
  type PageFrame,
} from '#libs/ui';
import { OwnPages, SignOut } from '../frame/own-pages.js';
import type { OwnKey } from './key-overview.js';
import type { Overview } from './overview.service.js';
import { overviewTexts } from './overview.texts.js';

export interface OverviewProps extends Overview {
  readonly frame: PageFrame;
  /** Given name, when FAS told it. */
  readonly name: string | undefined;
}

const ownName = ({ kind, label }: NonNullable<Overview['revoked']>, language: Language): string =>
  label === undefined ? keyName(kind, language) : `${keyName(kind, language)} (${label})`;

/** My keys, strongest first, and how we can reach me. */
export function OverviewPage({ frame, name, keys, advice, contacts, agreed, revoked }: OverviewProps) {
  const t = overviewTexts.in(frame.language);
  return (
    <Page
      above={<OwnPages frame={frame} current="overview" />}
      frame={frame}
      title={t('title')}
      side={<SignOut frame={frame} name={name} />}
    >
      <h1>{name === undefined ? t('title') : t('titleNamed', { name })}</h1>
      {revoked && (
        <Notice kind="success">
          <p>{t('revoked', { key: ownName(revoked, frame.language) })}</p>
        </Notice>
      )}
      {!agreed && (
        <Notice title={t('agreementTitle')}>
          <p>
            <a href="/agreement">{t('agreement')}</a>
          </p>
        </Notice>
      )}
      {advice && (
        <Notice kind={advice === 'only-one' ? 'info' : 'warning'} title={t(`${advice}-title`)}>
          <p>{t(advice)}</p>
          <p>
            <a href="/keys/new">{t('add')}</a>
          </p>
        </Notice>
      )}
      <h2>{t('keys')}</h2>
      {keys.length === 0 && <p>{t('noKeys')}</p>}
      <KeyTiles>
        {keys.map((key) => (
          <KeyItem key={key.id} frame={frame} own={key} />
        ))}
      </KeyTiles>
      <Buttons>
        <LinkButton href="/keys/new">{t('add')}</LinkButton>
      </Buttons>
      <h2>{t('contacts')}</h2>
      {contacts.length === 0 ? <p>{t('noContacts')}</p> : <Contacts frame={frame} contacts={contacts} />}
      <p>
        <a class="standalone" href="/contact">
          {t('changeContacts')}
        </a>
      </p>
    </Page>
  );
}

function KeyItem({ frame: { language }, own }: { readonly frame: PageFrame; readonly own: OwnKey }) {
  const t = overviewTexts.in(language);
  const isActive = own.state === 'active';
  return (
    <li class={isActive ? 'tile' : 'tile tile-unavailable'} data-own-key={own.kind} data-state={own.state}>
      <span class="tile-icon">
        <KeyIcon kind={own.kind} />
      </span>
      <div class="tile-group">
        <h3 class="tile-name">{keyName(own.kind, language)}</h3>
        <p>
          <span class={`tag ${isActive ? 'tag-good' : ''}`}>{t(own.state)}</span>{' '}
          {own.label !== undefined && <span class="small digits">{own.label}</span>}
        </p>
        <p>
          <StrengthMeter level={own.level} language={language} />
        </p>
        <Certificate language={language} certificate={own.certificate} />
        <p class="small">{t(isActive ? `opens-${levelWord(own.level)}` : 'opensNothing')}</p>
        <p>
          <a class="standalone" href={`/keys/${own.id}`}>
            {t('manage')}
            <span class="visually-hidden"> {own.label ?? keyName(own.kind, language)}</span>
          </a>
        </p>
        <p class="small soft">
          {t('since', { date: formatDate(own.createdAt, language) })}{' '}
          {own.lastUsedAt && t('lastUsed', { moment: formatDateTime(own.lastUsedAt, language) })}
        </p>
        {own.expiresAt && <p class="small">{t('until', { date: formatDate(own.expiresAt, language) })}</p>}
      </div>
    </li>
  );
}

function Certificate({
  language,
  certificate,
}: { readonly language: Language } & Pick<OwnKey, 'certificate'>) {
  if (certificate === undefined) return null;
  const { holder, issuer } = certificate;
  return <p class="small">{overviewTexts.in(language)('certificate', { holder, issuer })}</p>;
}

function Contacts({ frame: { language }, contacts }: Pick<OverviewProps, 'frame' | 'contacts'>) {
  const t = overviewTexts.in(language);
  return (
    <>
      <SummaryList
        items={contacts.map(({ kind, masked, primary, verified }) => ({
          label: t(kind),
          value: (
            <>
              <span class="digits">{masked}</span>
              <div class="origin">
                {[primary && t('primary'), verified ? t('verified') : t('notVerified')]
                  .filter(Boolean)
                  .join(' ')}
              </div>
            </>
          ),
        }))}
      />
      <p class="soft small">{t('contactsMasked')}</p>
    </>
  );
}
