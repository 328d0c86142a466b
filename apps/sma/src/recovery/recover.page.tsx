import type { RecoveryProof } from '#libs/digital-keys';
import { formatDateTime } from '#libs/texts';
import { Buttons, keyName, LinkButton, Page, PageMark, StepIndicator, type PageFrame } from '#libs/ui';
import { recoverTexts } from './recover.texts.js';
import { Press, Prove } from './recover-proof.js';
import type { RecoverProps, RecoverView } from './recover-view.js';

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
      {isStep(view) && (
        <p>
          <a class="standalone" href="/recovery">
            {t('again')}
          </a>
        </p>
      )}
    </Page>
  );
}

/** On the way to a new password; the other pages end in a way on already. */
const isStep = ({ kind }: RecoverView): boolean =>
  kind === 'asked' || kind === 'link-alone' || kind === 'choose' || kind === 'prove';

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
