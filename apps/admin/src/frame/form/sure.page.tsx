import { Button, Buttons, Form, LinkButton, type PageFrame } from '#libs/ui';
import { AdminPage } from '../admin-page.js';
import type { SectionId } from '../sections.js';
import type { StaffView } from '../staff-view.js';
import { confirmTexts } from './confirm.texts.js';

export interface SureProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly section: SectionId;
  /** a question: `Call this maintenance off?` */
  readonly title: string;
  /** what follows, and whether it can be undone */
  readonly follows: string;
  /** where it is posted, and what stands on the button */
  readonly action: string;
  readonly button: string;
  readonly back: string;
}

/** Asks before something is done that others notice; why it is done is known from what it is about. */
export function SurePage({ frame, staff, section, title, follows, action, button, back }: SureProps) {
  return (
    <AdminPage frame={frame} staff={staff} section={section} title={title}>
      <h1>{title}</h1>
      <p class="lead">{follows}</p>
      <Form frame={frame} action={action}>
        <Buttons>
          <Button>{button}</Button>
          <LinkButton href={back} look="quiet">
            {confirmTexts.in(frame.language)('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}
