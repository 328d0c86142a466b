import type { DescribedCertificate, DigitalKey, KeyAction } from '#libs/digital-keys';
import { defaultLoaPolicy, keyLevel, levelWord } from '#libs/loa';
import { formatDate, formatDateTime } from '#libs/texts';
import {
  Buttons,
  keyName,
  LinkButton,
  Notice,
  Page,
  StrengthMeter,
  SummaryList,
  type PageFrame,
} from '#libs/ui';
import { overviewTexts } from '../overview/overview.texts.js';
import { keysTexts } from './keys.texts.js';

export type KeyDone = 'activated' | 'replaced' | 'renamed' | 'suspended' | 'resumed';
export type OpenAction = Exclude<KeyAction, 'activate'>;

export interface KeyPageProps {
  readonly frame: PageFrame;
  readonly own: DigitalKey;
  /** What can be done with it, whatever the session. */
  readonly actions: readonly OpenAction[];
  /** Of a certificate: who is named in it, and who issued it. */
  readonly certificate?: DescribedCertificate | undefined;
  /** What was just done. */
  readonly done?: KeyDone | undefined;
  /** The person has a mailbox to which changes are told. */
  readonly told: boolean;
}

/** One key: what it is worth, and the ways on. */
export function KeyPage({ frame, own, actions, certificate, done, told }: KeyPageProps) {
  const { language } = frame;
  const t = keysTexts.in(language);
  const name = keyName(own.kind, language);
  return (
    <Page frame={frame} title={name}>
      <p>
        <a class="standalone" href="/overview/">
          {t('back')}
        </a>
      </p>
      <h1>{name}</h1>
      {done && (
        <Notice kind="success" title={doneTitle(t, own, done)}>
          {done === 'activated' && <p>{t('usableNow')}</p>}
          {done !== 'renamed' && told && <p>{t('toldByMail')}</p>}
        </Notice>
      )}
      <Facts frame={frame} own={own} certificate={certificate} />
      {actions.length === 0 ? <p>{t('elsewhere')}</p> : <Actions frame={frame} own={own} actions={actions} />}
    </Page>
  );
}

function doneTitle(t: ReturnType<typeof keysTexts.in>, { kind }: DigitalKey, done: KeyDone): string {
  return kind === 'password' && done === 'replaced' ? t('done-changed') : t(`done-${done}`);
}

function Facts({
  frame: { language },
  own,
  certificate,
}: Pick<KeyPageProps, 'frame' | 'own' | 'certificate'>) {
  const t = keysTexts.in(language);
  const overview = overviewTexts.in(language);
  const level = keyLevel(defaultLoaPolicy, own.kind, own.enrolment);
  const active = own.state === 'active';
  const state = active ? overview('active') : overview('suspended');
  return (
    <SummaryList
      items={[
        { label: t('state'), value: <span class={`tag ${active ? 'tag-good' : ''}`}>{state}</span> },
        ...(own.label === undefined ? [] : [{ label: t('label'), value: own.label }]),
        {
          label: t('strength'),
          value: (
            <>
              <StrengthMeter level={level} language={language} />
              <div class="origin">
                {active ? overview(`opens-${levelWord(level)}`) : overview('opensNothing')}
              </div>
            </>
          ),
        },
        ...(certificate === undefined
          ? []
          : [
              { label: t('holder'), value: certificate.holder },
              { label: t('issuer'), value: certificate.issuer },
            ]),
        { label: t('since'), value: formatDate(own.createdAt, language) },
        {
          label: t('lastUse'),
          value: own.lastUsedAt === undefined ? t('neverUsed') : formatDateTime(own.lastUsedAt, language),
        },
        ...(own.expiresAt === undefined
          ? []
          : [{ label: t('until'), value: formatDate(own.expiresAt, language) }]),
      ]}
    />
  );
}

function Actions({ frame: { language }, own, actions }: Pick<KeyPageProps, 'frame' | 'own' | 'actions'>) {
  const t = keysTexts.in(language);
  const ways = actions.map((action) => ({
    action,
    href: action === 'replace' ? `/keys/new/${own.kind}` : `/keys/${own.id}/${action}`,
    label: own.kind === 'password' && action === 'replace' ? t('do-change') : t(`do-${action}`),
  }));
  return (
    <>
      <h2>{t('whatNow')}</h2>
      <Buttons>
        {ways.map(({ action, href, label }) => (
          <LinkButton key={action} href={href} look="secondary">
            {label}
          </LinkButton>
        ))}
      </Buttons>
      {actions.includes('suspend') && <p class="soft small">{t('lossHint')}</p>}
    </>
  );
}
