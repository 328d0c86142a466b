import type { ComponentChildren } from 'preact';
import { Page, StepIndicator } from '#libs/ui';
import type { PageFrame, ServiceParty } from '#libs/ui';
import { registrationPageTexts } from './registration.texts.js';

/** What surrounds every page of a registration. */
export interface RegistrationFrame {
  readonly frame: PageFrame;
  /** the page's own address: its form posts there */
  readonly action: string;
  /** set when the person came from a login */
  readonly service?: ServiceParty;
  /** the choice of keys of that login */
  readonly backHref?: string;
}

export interface RegistrationShellProps extends RegistrationFrame {
  readonly title: string;
  readonly step: number;
  readonly problem: boolean;
  readonly children: ComponentChildren;
}

/** The shell of a step, with the way back to the login from which the person came. */
export function RegistrationShell({
  frame,
  service,
  backHref,
  title,
  step,
  problem,
  children,
}: RegistrationShellProps) {
  const t = registrationPageTexts.in(frame.language);
  return (
    <Page frame={frame} title={title} problem={problem} {...(service && { service })}>
      <h1>{title}</h1>
      <StepIndicator language={frame.language} step={step} steps={3} />
      {children}
      {backHref && (
        <ul class="ways-out">
          <li>
            <a href={backHref}>{t('back')}</a>
          </li>
        </ul>
      )}
    </Page>
  );
}
