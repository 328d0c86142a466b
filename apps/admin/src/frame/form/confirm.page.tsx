import type { ComponentChildren } from 'preact';
import { Button, Buttons, ErrorSummary, Form, LinkButton, TextAreaField, type PageFrame } from '#libs/ui';
import { AdminPage } from '../admin-page.js';
import type { SectionId } from '../sections.js';
import type { StaffView } from '../staff-view.js';
import type { ReasonProblem } from './reason.js';
import { confirmTexts } from './confirm.texts.js';

export interface ConfirmProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly section: SectionId;
  /** a question: `Suspend the Permit counter?` */
  readonly title: string;
  /** what follows, and whether it can be undone */
  readonly children: ComponentChildren;
  /** where it is posted, and what stands on the button */
  readonly action: string;
  readonly button: string;
  readonly back: string;
  /** what more is asked, above the reason */
  readonly asks?: ComponentChildren;
  readonly fields?: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly problem?: ReasonProblem;
}

/** Asks before something is done that somebody else will notice, and why. */
export function ConfirmPage(props: ConfirmProps) {
  const { frame, staff, section, title, children, action, button, back, asks, fields, reason, problem } =
    props;
  const { language } = frame;
  const t = confirmTexts.in(language);
  const message = problem && t(problem);
  return (
    <AdminPage frame={frame} staff={staff} section={section} title={title} problem={message !== undefined}>
      <h1>{title}</h1>
      <ErrorSummary language={language} problems={message ? [{ field: 'reason', message }] : []} />
      {children}
      <Form frame={frame} action={action} fields={fields}>
        {asks}
        <TextAreaField
          language={language}
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={3}
          value={reason}
          error={message}
          prose
        />
        <Buttons>
          <Button>{button}</Button>
          <LinkButton href={back} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}
