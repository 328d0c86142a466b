import type { ComponentChildren } from 'preact';
import { Button, Buttons, ErrorSummary, Form, LinkButton, Notice, Page, TextField } from '#libs/ui';
import { Throttled, type ProveAddresses } from '../prove-frame.js';
import { proveTexts } from '../prove.texts.js';
import { ANSWER_FIELDS } from './passkey.js';
import { passkeyScript } from './passkey.script.js';
import { passkeyTexts } from './passkey.texts.js';
import type { PasskeyRequest } from './passkey-proof.service.js';

export type PasskeyProblem = 'expired' | 'not-accepted' | 'no-script' | 'missing-username';

export type PasskeyProveState =
  | {
      readonly kind: 'ask';
      readonly request: PasskeyRequest;
      /** Whose passkeys are asked for, when a name was typed; it may be nobody's. */
      readonly username?: string;
      readonly problem?: PasskeyProblem;
    }
  | { readonly kind: 'suspended'; readonly copied: boolean }
  | { readonly kind: 'throttled'; readonly waitMs: number };

export interface PasskeyProveProps extends ProveAddresses {
  readonly state: PasskeyProveState;
}

/** One button for whoever's passkey the device knows; below it the way by user name. */
export function PasskeyProvePage({ state, ...of }: PasskeyProveProps) {
  const { language, nonce } = of.frame;
  const t = passkeyTexts.in(language);
  const problem = state.kind !== 'ask' || state.problem !== undefined;
  const script = nonce && <script defer nonce={nonce} src={passkeyScript.path} />;
  return (
    <Page
      frame={of.frame}
      title={t('title')}
      problem={problem}
      service={of.service}
      side={<Care {...of} />}
      end={script}
    >
      <h1>{t('title')}</h1>
      {state.kind === 'ask' && <Ask of={of} state={state} />}
      {state.kind === 'suspended' && <Suspended of={of} state={state} />}
      {state.kind === 'throttled' && <Throttled of={of} waitMs={state.waitMs} />}
      {state.kind !== 'suspended' && (
        <ul class="ways-out">
          <li>
            <a href={of.otherKeyHref}>{proveTexts.in(language)('otherKey')}</a>
          </li>
        </ul>
      )}
    </Page>
  );
}

type In<Kind> = { of: ProveAddresses; state: Extract<PasskeyProveState, { kind: Kind }> };

function Ask({ of, state }: In<'ask'>) {
  const { language } = of.frame;
  const t = passkeyTexts.in(language);
  const { username, problem } = state;
  const missing = problem === 'missing-username' ? t('missingUsername') : undefined;
  return (
    <>
      <ErrorSummary language={language} problems={missing ? [{ field: 'username', message: missing }] : []} />
      <AnswerProblem of={of} problem={problem} />
      <p class="lead">{username === undefined ? t('lead') : t('namedLead', { username })}</p>
      <noscript>
        <Notice kind="warning" title={t('noScriptTitle')}>
          <p>{t('noScript')}</p>
        </Notice>
      </noscript>
      <PasskeyDialogue of={of} request={state.request} />
      {username === undefined ? (
        <ByUsername of={of} missing={missing} />
      ) : (
        <p>
          <a class="standalone" href={of.action}>
            {t('withoutUsername')}
          </a>
        </p>
      )}
    </>
  );
}

function AnswerProblem({ of, problem }: { of: ProveAddresses; problem: PasskeyProblem | undefined }) {
  const t = passkeyTexts.in(of.frame.language);
  if (problem === 'no-script') {
    return (
      <Notice kind="problem" title={t('noScriptTitle')}>
        <p>{t('noScript')}</p>
      </Notice>
    );
  }
  if (problem !== 'expired' && problem !== 'not-accepted') return null;
  return (
    <Notice kind="problem" title={t(`${problem}Title`)}>
      <p>{t(problem)}</p>
    </Notice>
  );
}

const BLANK = Object.fromEntries(ANSWER_FIELDS.map((name) => [name, '']));

/** The script hides the button where it cannot work, and says what went wrong in the browser. */
function PasskeyDialogue({ of, request }: { of: ProveAddresses; request: PasskeyRequest }) {
  const t = passkeyTexts.in(of.frame.language);
  return (
    <div class="flow" data-passkey="get" data-options={JSON.stringify(request)}>
      <div hidden data-passkey-unsupported>
        <Notice kind="problem" title={t('unsupportedTitle')}>
          <p>{t('unsupported')}</p>
        </Notice>
      </div>
      <div hidden data-passkey-failed>
        <Notice kind="problem" title={t('failedTitle')}>
          <p>{t('failed')}</p>
        </Notice>
      </div>
      <div class="needs-script" data-passkey-ready>
        <Form frame={of.frame} action={of.action} fields={BLANK}>
          <Buttons>
            <Button>{t('use')}</Button>
          </Buttons>
        </Form>
      </div>
    </div>
  );
}

function ByUsername({ of, missing }: { of: ProveAddresses; missing: string | undefined }) {
  const { language } = of.frame;
  const t = passkeyTexts.in(language);
  return (
    <section class="flow" aria-labelledby="by-username">
      <h2 id="by-username">{t('usernameTitle')}</h2>
      <p>{t('usernameHint')}</p>
      <Form frame={of.frame} action={of.action}>
        <TextField
          language={language}
          name="username"
          label={t('username')}
          error={missing}
          autocomplete="username"
          autocapitalize="none"
        />
        <Buttons>
          <Button look="secondary">{t('next')}</Button>
        </Buttons>
      </Form>
    </section>
  );
}

/** Using it again would change nothing. */
function Suspended({ of, state: { copied } }: In<'suspended'>) {
  const { language } = of.frame;
  const t = passkeyTexts.in(language);
  return (
    <>
      <Notice kind="problem" title={t('suspendedTitle')}>
        <p>{t(copied ? 'copied' : 'suspended')}</p>
      </Notice>
      <Buttons>
        <LinkButton href={of.otherKeyHref}>{proveTexts.in(language)('otherKey')}</LinkButton>
      </Buttons>
    </>
  );
}

function Care({ frame: { language } }: ProveAddresses): ComponentChildren {
  const t = passkeyTexts.in(language);
  return (
    <section class="card flow small">
      <h2>{t('careTitle')}</h2>
      <p>{t('care')}</p>
    </section>
  );
}
