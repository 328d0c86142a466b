import type { Prerequisite } from '#libs/digital-keys';
import type { KeyKind } from '#libs/loa';
import {
  Button,
  Buttons,
  Form,
  keyName,
  LinkButton,
  Notice,
  Page,
  StepIndicator,
  type PageFrame,
} from '#libs/ui';
import { keysTexts } from './keys.texts.js';
import { isExplained, setupIntroTexts, type ExplainedKind } from './setup-intro.texts.js';

export interface SetupIntroProps {
  readonly frame: PageFrame;
  readonly kind: KeyKind;
  /** What has to be there first. */
  readonly missing: readonly Prerequisite[];
  readonly replaces: boolean;
  /** Where the steps of this setup live. */
  readonly base?: string;
  readonly cancelHref?: string;
}

const WHERE: Readonly<Record<Prerequisite, string>> = {
  agreement: '/agreement',
  mail: '/contact/add/mail',
  phone: '/contact/add/phone',
  password: '/keys/new/password',
};

/** The first page of a setup: what is needed, what will happen. */
export function SetupIntroPage(props: SetupIntroProps) {
  const { frame, kind, missing, replaces } = props;
  const { base = `/keys/new/${kind}`, cancelHref = '/overview/' } = props;
  const { language } = frame;
  const t = keysTexts.in(language);
  const name = keyName(kind, language);
  const title = replaces ? t('replaceTitle', { key: name }) : t('setupTitle', { key: name });
  const [first] = missing;
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <StepIndicator language={language} step={1} steps={2} />
      {isExplained(kind) && <Explanation frame={frame} kind={kind} />}
      {replaces && kind !== 'password' && (
        <Notice kind="warning">
          <p>{t('oldEnds')}</p>
        </Notice>
      )}
      {first === undefined ? (
        <Begin frame={frame} kind={kind} base={base} cancelHref={cancelHref} />
      ) : (
        <Missing frame={frame} missing={missing} first={first} kind={kind} />
      )}
    </Page>
  );
}

function Begin({
  frame,
  kind,
  base,
  cancelHref,
}: Required<Pick<SetupIntroProps, 'frame' | 'kind' | 'base' | 'cancelHref'>>) {
  const t = keysTexts.in(frame.language);
  return (
    <>
      <Form frame={frame} action={`${base}/begin`}>
        <Buttons>
          <Button>{t('begin')}</Button>
          <LinkButton href={cancelHref} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
      {kind === 'certificate' && <AsFile frame={frame} base={base} />}
    </>
  );
}

/** For certificates that no browser can show: on a server, or looked after by the employer's IT service. */
function AsFile({ frame, base }: { readonly frame: PageFrame; readonly base: string }) {
  const words = setupIntroTexts.in(frame.language);
  return (
    <>
      <h2>{words('fileTitle')}</h2>
      <p>{words('file')}</p>
      <Form frame={frame} action={`${base}/begin`} fields={{ way: 'file' }}>
        <Button look="secondary">{words('fileBegin')}</Button>
      </Form>
    </>
  );
}

function Explanation({ frame, kind }: { readonly frame: PageFrame; readonly kind: ExplainedKind }) {
  const t = keysTexts.in(frame.language);
  const words = setupIntroTexts.in(frame.language);
  return (
    <>
      <h2>{t('needTitle')}</h2>
      <p>{words(`${kind}-need`)}</p>
      <h2>{t('happensTitle')}</h2>
      <p>{words(`${kind}-happens`)}</p>
    </>
  );
}

function Missing({
  frame,
  missing,
  first,
  kind,
}: Pick<SetupIntroProps, 'frame' | 'missing' | 'kind'> & { readonly first: Prerequisite }) {
  const t = keysTexts.in(frame.language);
  return (
    <>
      <Notice title={t('missingTitle')}>
        <ul class="bullets">
          {missing.map((one) => (
            <li key={one} data-missing={one}>
              {t(`missing-${one}`)}
            </li>
          ))}
        </ul>
      </Notice>
      <Buttons>
        <LinkButton href={first === 'agreement' ? `/agreement?for=${kind}` : WHERE[first]}>
          {t(`get-${first}`)}
        </LinkButton>
        <LinkButton href="/overview/" look="quiet">
          {t('cancel')}
        </LinkButton>
      </Buttons>
    </>
  );
}
