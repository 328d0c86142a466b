import type { KeyKind } from '#libs/loa';
import { Button, Buttons, Form, keyName, LinkButton, Notice, Page } from '#libs/ui';
import type { ProveAddresses } from '../prove-frame.js';
import { proveTexts } from '../prove.texts.js';
import type { ServiceProblem } from './identity-service.js';
import { identityServiceTexts, serviceAdviceTexts, serviceProblemTexts } from './identity-service.texts.js';

/** A problem of the answer, a person who may not sign in, or a service that does not work. */
export type ServicePageProblem = ServiceProblem | 'not-allowed' | 'unavailable';

export interface IdentityServicePageProps extends ProveAddresses {
  readonly kind: KeyKind;
  readonly problem?: ServicePageProblem;
}

/** With these, asking the service again changes nothing. */
const FINAL: readonly ServicePageProblem[] = ['not-allowed', 'no-number', 'unavailable'];

/** Leads to the service where the person confirms; tells what went wrong there and what to do. */
export function IdentityServicePage({ kind, problem, ...of }: IdentityServicePageProps) {
  const { language } = of.frame;
  const t = identityServiceTexts.in(language);
  const service = keyName(kind, language);
  const title = t('title', { service });
  const final = problem !== undefined && FINAL.includes(problem);
  return (
    <Page
      frame={of.frame}
      title={title}
      problem={problem !== undefined}
      service={of.service}
      side={<Privacy of={of} service={service} />}
    >
      <h1>{title}</h1>
      {problem === undefined ? (
        <p class="lead">{t('lead', { service })}</p>
      ) : (
        <Problem of={of} service={service} problem={problem} />
      )}
      {final ? <OtherKey {...of} /> : <Steps of={of} service={service} again={problem !== undefined} />}
      {!final && (
        <ul class="ways-out">
          <li>
            <a href={of.otherKeyHref}>{proveTexts.in(language)('otherKey')}</a>
          </li>
        </ul>
      )}
    </Page>
  );
}

interface Part {
  readonly of: ProveAddresses;
  readonly service: string;
}

function Problem({ of, service, problem }: Part & { problem: ServicePageProblem }) {
  const { language } = of.frame;
  return (
    <Notice kind="problem" title={serviceProblemTexts.in(language)(problem, { service })}>
      <p>{serviceAdviceTexts.in(language)(problem, { service })}</p>
    </Notice>
  );
}

function Steps({ of, service, again }: Part & { again: boolean }) {
  const t = identityServiceTexts.in(of.frame.language);
  return (
    <>
      {!again && (
        <ol class="bullets">
          <li>{t('stepGo', { service })}</li>
          <li>{t('stepConfirm')}</li>
          <li>{t('stepBack')}</li>
        </ol>
      )}
      <Form frame={of.frame} action={of.action}>
        <Buttons>
          <Button>{t(again ? 'again' : 'go', { service })}</Button>
        </Buttons>
      </Form>
    </>
  );
}

function OtherKey({ frame: { language }, otherKeyHref }: ProveAddresses) {
  return (
    <Buttons>
      <LinkButton href={otherKeyHref}>{proveTexts.in(language)('otherKey')}</LinkButton>
    </Buttons>
  );
}

function Privacy({ of, service }: Part) {
  const t = identityServiceTexts.in(of.frame.language);
  return (
    <section class="card flow small">
      <h2>{t('privacyTitle', { service })}</h2>
      <p>{t('privacy', { service })}</p>
      <h2>{t('careTitle')}</h2>
      <p>{t('care')}</p>
    </section>
  );
}
