import type { Language } from '#libs/kernel';
import { Button, Buttons, Form, Notice, Page, SummaryList, TextAreaField, type PageFrame } from '#libs/ui';
import { samlSelfTestTexts } from './self-test.texts.js';
import type { Evidence } from './evidence.js';
import type { Verdict } from './verdicts.js';

export const SAML_SELF_TEST = '/fas/saml/self-test';

/** Where services send a request to have it looked at. */
export const SAML_SELF_TEST_RECEIVE = `${SAML_SELF_TEST}/receive`;

export interface SelfTestProps {
  readonly frame: PageFrame;
  /** What was pasted. */
  readonly message?: string;
  /** The whole address of `SAML_SELF_TEST_RECEIVE`. */
  readonly receive: string;
  /** Absent before anything was pasted. */
  readonly verdicts?: readonly Verdict[];
  /** The registered service that sent the request, when it is known. */
  readonly application?: string;
}

/** For who connects a service: paste a request, see what each rule says of it. */
export function SamlSelfTestPage({ frame, message = '', receive, verdicts, application }: SelfTestProps) {
  const { language } = frame;
  const t = samlSelfTestTexts.in(language);
  const failed = verdicts?.some(({ outcome }) => outcome === 'failed') ?? false;
  return (
    <Page frame={frame} title={t('title')} problem={failed}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {verdicts && <Report {...{ frame, verdicts, ...(application !== undefined && { application }) }} />}
      <Form frame={frame} action={SAML_SELF_TEST}>
        <TextAreaField
          language={language}
          name="message"
          label={t('message')}
          hint={t('hint')}
          rows={8}
          value={message}
        />
        <Buttons>
          <Button>{t('submit')}</Button>
        </Buttons>
      </Form>
      <p>
        {t('receive')} <code>{receive}</code>
      </p>
    </Page>
  );
}

function Report({
  frame: { language },
  verdicts,
  application,
}: Pick<SelfTestProps, 'frame' | 'application'> & { readonly verdicts: readonly Verdict[] }) {
  const t = samlSelfTestTexts.in(language);
  const failed = verdicts.filter(({ outcome }) => outcome === 'failed').length;
  return (
    <>
      <Notice
        kind={failed === 0 ? 'success' : 'problem'}
        title={failed === 0 ? t('allHold') : t('someFail', { count: String(failed) })}
      >
        {application && <p>{t('application', { application })}</p>}
        <p>{failed === 0 ? t('allHoldMore') : t('someFailMore')}</p>
      </Notice>
      <h2>{t('caption')}</h2>
      <SummaryList
        items={verdicts.map(({ rule, outcome, reason, evidence }) => ({
          label: t(rule),
          value: (
            <>
              {outcome === 'failed' ? <strong>{t('failed')}</strong> : t(outcome)}
              {reason !== undefined && (
                <>
                  : <code>{reason}</code>
                </>
              )}
              {evidence && <Compared language={language} evidence={evidence} />}
            </>
          ),
        }))}
      />
    </>
  );
}

/** What came beside what would have been right. */
function Compared({ language, evidence }: { readonly language: Language; readonly evidence: Evidence }) {
  const t = samlSelfTestTexts.in(language);
  return (
    <div class="small">
      {(['received', 'expected'] as const).map((side) => (
        <>
          {evidence[side].length > 0 && (
            <>
              <p>{t(side)}</p>
              <ul>
                {evidence[side].map((value) => (
                  <li key={value}>
                    <code>{value}</code>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      ))}
    </div>
  );
}
