import type { ComponentChildren } from 'preact';
import { Button, Form, Page, StepIndicator } from '#libs/ui';
import type { SetupAddresses } from './manage.js';
import { setupTexts } from './setup.texts.js';

export interface SetupFrameProps {
  readonly of: SetupAddresses;
  readonly title: string;
  readonly problem?: boolean;
  readonly children: ComponentChildren;
  /** What the page loads last. */
  readonly end?: ComponentChildren;
}

/** The shell of the second step of a setup: the task, then the ways out. */
export function SetupFrame({ of, title, problem = false, children, end }: SetupFrameProps) {
  const { language } = of.frame;
  return (
    <Page frame={of.frame} title={title} problem={problem} end={end}>
      <h1>{title}</h1>
      <StepIndicator language={language} step={2} steps={2} />
      {children}
      <p>
        <a class="standalone" href={of.cancelHref}>
          {setupTexts.in(language)('cancel')}
        </a>
      </p>
    </Page>
  );
}

/** Begins the same setup again, with a new secret or code. */
export function BeginAgain({ of, label }: { readonly of: SetupAddresses; readonly label: string }) {
  return (
    <Form frame={of.frame} action={of.beginAction}>
      <Button look="secondary">{label}</Button>
    </Form>
  );
}
