import { Button, Buttons, CodeField, ErrorSummary, Form, Notice, TextField, type PageFrame } from '#libs/ui';
import { recoverTexts } from './recover.texts.js';
import type { RecoverProps, RecoverView } from './recover-view.js';

/** One button, and what it does. */
export function Press({
  frame,
  action,
  label,
}: {
  readonly frame: PageFrame;
  readonly action: string;
  readonly label: string;
}) {
  return (
    <Form frame={frame} action={action}>
      <Buttons>
        <Button>{label}</Button>
      </Buttons>
    </Form>
  );
}

interface ProveProps extends Omit<RecoverProps, 'view'> {
  readonly view: Extract<RecoverView, { kind: 'prove' }>;
}

/** The key that is proven beside the link. */
export function Prove({ frame, base, view }: ProveProps) {
  const { language } = frame;
  const t = recoverTexts.in(language);
  const { proof, problem, sent, others } = view;
  const onField = problem === 'missing' || problem === 'wrong' ? t(problem) : undefined;
  return (
    <>
      <ErrorSummary language={language} problems={onField ? [{ field: 'code', message: onField }] : []} />
      <Stopped frame={frame} problem={problem} />
      {proof === 'sms' && !sent ? (
        <>
          <p class="lead">{t('smsLead')}</p>
          <Press frame={frame} action={`${base}/send`} label={t('smsSend')} />
        </>
      ) : (
        problem !== 'locked' && <CodeForm frame={frame} base={base} view={view} error={onField} />
      )}
      {others && (
        <p>
          <a class="standalone" href={base}>
            {t('otherKey')}
          </a>
        </p>
      )}
    </>
  );
}

/** What no other code in the field would help. */
function Stopped({ frame, problem }: Pick<RecoverProps, 'frame'> & Pick<ProveProps['view'], 'problem'>) {
  const t = recoverTexts.in(frame.language);
  if (problem !== 'locked' && problem !== 'not-sent') return null;
  return (
    <Notice kind="problem" title={t(`${problem}Title`)}>
      <p>{t(problem)}</p>
    </Notice>
  );
}

function CodeForm({ frame, base, view, error }: ProveProps & { readonly error: string | undefined }) {
  const { language } = frame;
  const t = recoverTexts.in(language);
  const { proof, position } = view;
  const label = proof === 'token' ? t('tokenCode', { position: position ?? '' }) : t(`${proof}Code`);
  const field = { language, name: 'code', label, error };
  return (
    <Form frame={frame} action={`${base}/prove`} fields={{ with: proof }}>
      {proof === 'token' ? (
        <TextField {...field} autocomplete="off" autocapitalize="none" />
      ) : (
        <CodeField {...field} />
      )}
      <Buttons>
        <Button>{t('next')}</Button>
      </Buttons>
    </Form>
  );
}
