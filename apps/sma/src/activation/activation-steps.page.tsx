import {
  Button,
  Buttons,
  Form,
  keyName,
  LinkButton,
  Page,
  PageMark,
  StepIndicator,
  type PageFrame,
} from '#libs/ui';
import { agreementTexts } from '../agreement/agreement.texts.js';
import { Over } from './activate.page.js';
import { SECOND_KEYS, type ActivationStep } from './activation.service.js';
import { activationTexts } from './activation.texts.js';

export interface ActivationStepsProps {
  readonly frame: PageFrame;
  readonly step: ActivationStep | 'over';
  readonly hasPhone: boolean;
}

const NUMBER: Readonly<Record<ActivationStep, number>> = {
  earlier: 1,
  agreement: 1,
  password: 2,
  second: 3,
  done: 3,
};

/** What comes next on the way to the first keys. */
export function ActivationStepsPage({ frame, step, hasPhone }: ActivationStepsProps) {
  const { language } = frame;
  if (step === 'over') return <Over frame={frame} />;
  const t = activationTexts.in(language);
  const title = t(`${step}-title`);
  return (
    <Page frame={frame} title={title}>
      {step === 'done' && <PageMark kind="success" />}
      <h1>{title}</h1>
      {step !== 'done' && <StepIndicator language={language} step={NUMBER[step]} steps={3} />}
      <p class="lead">{t(`${step}-lead`)}</p>
      <Next frame={frame} step={step} hasPhone={hasPhone} />
      {step !== 'done' && (
        <p>
          <a class="standalone" href="/">
            {t('later')}
          </a>
        </p>
      )}
    </Page>
  );
}

interface NextProps {
  readonly frame: PageFrame;
  readonly step: ActivationStep;
  readonly hasPhone: boolean;
}

function Next({ frame, step, hasPhone }: NextProps) {
  const { language } = frame;
  const t = activationTexts.in(language);
  if (step === 'agreement') return <Agree frame={frame} />;
  if (step === 'earlier') {
    return (
      <Form frame={frame} action="/activation/replace">
        <Buttons>
          <Button>{t('endEarlier')}</Button>
        </Buttons>
      </Form>
    );
  }
  if (step === 'second') {
    return (
      <Buttons>
        {SECOND_KEYS.filter((kind) => kind !== 'sms' || hasPhone).map((kind, at) => (
          <LinkButton key={kind} href={`/activation/${kind}`} look={at === 0 ? 'primary' : 'secondary'}>
            {keyName(kind, language)}
          </LinkButton>
        ))}
      </Buttons>
    );
  }
  return (
    <Buttons>
      {step === 'password' ? (
        <LinkButton href="/activation/password">{t('makePassword')}</LinkButton>
      ) : (
        <LinkButton href="/overview/">{t('signIn')}</LinkButton>
      )}
    </Buttons>
  );
}

function Agree({ frame }: { readonly frame: PageFrame }) {
  const t = agreementTexts.in(frame.language);
  return (
    <Form frame={frame} action="/activation/agree">
      <ul class="bullets">
        {(['personal', 'true', 'report', 'weRecord', 'weTell', 'stop'] as const).map((article) => (
          <li key={article}>{t(article)}</li>
        ))}
      </ul>
      <Button>{t('accept')}</Button>
    </Form>
  );
}
