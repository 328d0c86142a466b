import type { RecoveryProof } from '#libs/digital-keys';
import { formatDateTime } from '#libs/texts';
import {
  Button,
  Buttons,
  CodeField,
  ErrorSummary,
  Form,
  keyName,
  LinkButton,
  Notice,
  Page,
  PageMark,
  StepIndicator,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { recoverTexts } from './recover.texts.js';
import type { ProofProblem } from './recovery-proofs.js';

export type RecoverView =
  | { readonly kind: 'over' | 'asked' | 'done' | 'elsewhere' | 'link-alone' }
  | { readonly kind: 'resting'; readonly ripeAt: Date }
  | { readonly kind: 'choose'; readonly proofs: readonly RecoveryProof[] }
  | {
      readonly kind: 'prove';
      readonly proof: RecoveryProof;
      /** There are other keys to choose from. */
      readonly others: boolean;
      /** A code went to the telephone. */
      readonly sent: boolean;
      readonly position?: number;
      readonly problem?: ProofProblem | undefined;
    };

export interface RecoverProps {
  readonly frame: PageFrame;
  /** Address of this recovery. */
  readonly base: string;
  readonly view: RecoverView;
}

/** Behind the link of the mail: where the new password stands, and what comes next. */
export function RecoverPage({ frame, base, view }: RecoverProps) {
  const { language } = frame;
  const t = recoverTexts.in(language);
  const title = t(`${view.kind}-title`);
  const problem = view.kind === 'prove' ? view.problem : undefined;
  return (
    <Page frame={frame} title={title} problem={problem !== undefined}>
      {view.kind === 'done' && <PageMark kind="success" />}
      <h1>{title}</h1>
      {(view.kind === 'choose' || view.kind === 'prove') && (
        <StepIndicator language={language} step={1} steps={2} />
      )}
      {view.kind === 'resting' ? (
        <Resting frame={frame} ripeAt={view.ripeAt} />
      ) : (
        view.kind !== 'prove' && <p class="lead">{t(`${view.kind}-lead`)}</p>
      )}
      <Next frame={frame} base={base} view={view} />
    </Page>
  );
}

function Resting({ frame, ripeAt }: { readonly frame: PageFrame; readonly ripeAt: Date }) {
  const t = recoverTexts.in(frame.language);
  return (
    <>
      <p class="lead">{t('resting-lead', { moment: formatDateTime(ripeAt, frame.language) })}</p>
      <p>{t('restingWhy')}</p>
    </>
  );
}

function Next({ frame, base, view }: RecoverProps) {
  const t = recoverTexts.in(frame.language);
  switch (view.kind) {
    case 'asked':
      return <Press frame={frame} action={`${base}/start`} label={t('start')} />;
    case 'link-alone':
      return <Press frame={frame} action={`${base}/prove`} label={t('go')} />;
    case 'choose':
      return <Choose frame={frame} base={base} proofs={view.proofs} />;
    case 'prove':
      return <Prove frame={frame} base={base} view={view} />;
    default:
      return <Onwards frame={frame} done={view.kind === 'done'} />;
  }
}

function Press({
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

function Onwards({ frame, done }: { readonly frame: PageFrame; readonly done: boolean }) {
  const t = recoverTexts.in(frame.language);
  return (
    <Buttons>
      {done && <LinkButton href="/overview/">{t('signIn')}</LinkButton>}
      {!done && <LinkButton href="/recovery">{t('again')}</LinkButton>}
    </Buttons>
  );
}

function Choose({
  frame,
  base,
  proofs,
}: Omit<RecoverProps, 'view'> & { readonly proofs: readonly RecoveryProof[] }) {
  return (
    <Buttons>
      {proofs.map((proof) => (
        <LinkButton key={proof} href={`${base}?with=${proof}`} look="secondary">
          {keyName(proof, frame.language)}
        </LinkButton>
      ))}
    </Buttons>
  );
}

interface ProveProps extends Omit<RecoverProps, 'view'> {
  readonly view: Extract<RecoverView, { kind: 'prove' }>;
}

function Prove({ frame, base, view }: ProveProps) {
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
        <CodeForm frame={frame} base={base} view={view} error={onField} />
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
