import { formatEnterpriseNumber } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  SummaryList,
  TextAreaField,
  type PageFrame,
} from '#libs/ui';
import { ChangedLines } from '../approvals/lines/changed-lines.js';
import type { ChangedLine } from '../approvals/change-kind.js';
import type { ChangeRequest, Decision, DecisionProblem } from '../approvals/change-request.js';
import { AdminPage } from '../frame/admin-page.js';
import { confirmTexts } from '../frame/form/confirm.texts.js';
import type { ReasonProblem } from '../frame/form/reason.js';
import type { StaffView } from '../frame/staff-view.js';
import { requestsTexts } from './requests.texts.js';

export interface RequestProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly request: ChangeRequest;
  readonly title: string;
  readonly lines: readonly ChangedLine[];
  /** What this member of staff may do with it now. */
  readonly decisions: readonly Decision[];
  readonly own: boolean;
  /** Name of the API client that asked, when it was no person. */
  readonly program?: string | undefined;
  readonly reason?: string;
  readonly reasonProblem?: ReasonProblem;
  readonly problem?: DecisionProblem;
  readonly done?: boolean;
}

/** One request with before and after, and the decision. */
export function RequestPage(props: RequestProps) {
  const { frame, staff, request, title, lines, own, reasonProblem, problem } = props;
  const { language } = frame;
  const t = requestsTexts.in(language);
  const message = reasonProblem && confirmTexts.in(language)(reasonProblem);
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="requests"
      title={title}
      problem={message !== undefined || problem !== undefined}
      wide
    >
      <h1>{title}</h1>
      <ErrorSummary language={language} problems={message ? [{ field: 'reason', message }] : []} />
      <Told {...props} />
      <Facts {...props} />
      <ChangedLines language={language} caption={t('changes')} lines={lines} />
      {own && request.state === 'open' && <p>{t(props.program === undefined ? 'own' : 'ownProgram')}</p>}
      <Decide {...props} message={message} />
      <LinkButton href="/requests" look="quiet">
        {t('back')}
      </LinkButton>
    </AdminPage>
  );
}

function Told({ frame: { language }, problem, done = false }: RequestProps) {
  const t = requestsTexts.in(language);
  if (problem !== undefined) {
    return (
      <Notice kind="problem">
        <p data-problem={problem}>{t(problem === 'over' ? 'tooLate' : problem)}</p>
      </Notice>
    );
  }
  return done ? (
    <Notice kind="success">
      <p>{t('done')}</p>
    </Notice>
  ) : null;
}

function Facts({ frame: { language }, request, program }: RequestProps) {
  const t = requestsTexts.in(language);
  const { agency, requestedAt, expiresAt, aspects, reason, state, decisionReason } = request;
  return (
    <SummaryList
      items={[
        { label: t('state'), value: <span data-state={state}>{t(state)}</span> },
        { label: t('asked'), value: formatDateTime(requestedAt, language) },
        ...(agency === undefined
          ? []
          : [
              {
                label: t('agency'),
                value: <a href={`/agencies/${agency}`}>{formatEnterpriseNumber(agency)}</a>,
              },
            ]),
        ...(program === undefined ? [] : [{ label: t('program'), value: program }]),
        { label: t('touches'), value: aspects.map((aspect) => t(aspect)).join(', ') },
        { label: t('why'), value: reason },
        ...(state === 'open' ? [{ label: t('until'), value: formatDateTime(expiresAt, language) }] : []),
        ...(decisionReason === undefined ? [] : [{ label: t('decision'), value: decisionReason }]),
      ]}
    />
  );
}

function Decide({
  frame,
  request,
  decisions,
  reason,
  message,
}: RequestProps & { readonly message: string | undefined }) {
  const { language } = frame;
  if (decisions.length === 0) return null;
  const t = requestsTexts.in(language);
  const say = confirmTexts.in(language);
  return (
    <Form frame={frame} action={`/requests/${request.id}`}>
      {decisions.includes('undo') && <p>{t('undoAbout')}</p>}
      <TextAreaField
        language={language}
        name="reason"
        label={say('reason')}
        hint={say('reasonHint')}
        rows={2}
        value={reason}
        error={message}
        prose
      />
      <Buttons>
        {decisions.map((decision, at) => (
          <Button key={decision} name="decision" value={decision} look={at === 0 ? 'primary' : 'secondary'}>
            {t(decision)}
          </Button>
        ))}
      </Buttons>
    </Form>
  );
}
