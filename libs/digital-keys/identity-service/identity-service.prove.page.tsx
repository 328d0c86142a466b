import type { KeyKind } from '#libs/loa';
import { Button, Buttons, Form, keyName, LinkButton, Notice, Page } from '#libs/ui';
import type { ProveAddresses } from '../prove-frame.js';
import { proveTexts } from '../prove.texts.js';
import type { ServiceProblem } from './identity-service.js';
import { identityServiceTexts } from './identity-service.texts.js';
import { wordsOf, type ServiceWords } from './service-words.js';

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
  const words = wordsOf(kind, language);
  const final = problem !== undefined && FINAL.includes(problem);
  return (
    <Page
      frame={of.frame}
      title={title}
      problem={problem !== undefined}
      service={of.service}
      side={<Privacy of={of} words={words} />}
    >
      <h1>{title}</h1>
      {problem === undefined ? (
        <p class="lead">{words.say('lead')}</p>
      ) : (
        <Problem words={words} problem={problem} />
      )}
      {final ? <OtherKey {...of} /> : <Steps of={of} words={words} again={problem !== undefined} />}
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
  readonly words: ServiceWords;
}

function Problem({ words, problem }: Pick<Part, 'words'> & { problem: ServicePageProblem }) {
  return (
    <Notice kind="problem" title={words.problem(problem)}>
      <p>{words.advice(problem)}</p>
    </Notice>
  );
}

function Steps({ of, words, again }: Part & { again: boolean }) {
  const t = identityServiceTexts.in(of.frame.language);
  return (
    <>
      {!again && (
        <ol class="bullets">
          <li>{words.say('stepGo')}</li>
          <li>{words.say('stepConfirm')}</li>
          <li>{t('stepBack')}</li>
        </ol>
      )}
      <Form frame={of.frame} action={of.action}>
        <Buttons>
          <Button>{words.say(again ? 'again' : 'go')}</Button>
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

function Privacy({ of, words }: Part) {
  const t = identityServiceTexts.in(of.frame.language);
  return (
    <section class="card flow small">
      <h2>{words.say('privacyTitle')}</h2>
      <p>{words.say('privacy')}</p>
      <h2>{t('careTitle')}</h2>
      <p>{t('care')}</p>
    </section>
  );
}
