import { Button, Buttons, Form, LinkButton, Notice, Page } from '#libs/ui';
import type { ProveAddresses } from '../prove-frame.js';
import { proveTexts } from '../prove.texts.js';
import { cardAdviceTexts, cardProblemTexts } from './card-problem.texts.js';
import type { CardProblem } from './eid.js';
import { eidTexts } from './eid.texts.js';

/** A problem of the card, or a card in order whose use was stopped. */
export type EidProveProblem = CardProblem | 'not-allowed';

export interface EidProveProps extends ProveAddresses {
  readonly problem?: EidProveProblem;
}

/** Where the self-test of cards is found at FAS. */
const SELF_TEST = '/tma/';

/** Tells what to do with card and reader; the button leads to the listener that asks for the certificate. */
export function EidProvePage({ problem, ...of }: EidProveProps) {
  const { language } = of.frame;
  const t = eidTexts.in(language);
  return (
    <Page
      frame={of.frame}
      title={t('title')}
      problem={problem !== undefined}
      service={of.service}
      side={<PinCare {...of} />}
    >
      <h1>{t('title')}</h1>
      {problem === undefined ? <p class="lead">{t('lead')}</p> : <CardNotice of={of} problem={problem} />}
      {problem === 'not-allowed' ? <OtherKey {...of} /> : <Steps of={of} again={problem !== undefined} />}
      <ul class="ways-out">
        <li>
          <a href={`${SELF_TEST}?lang=${language}`}>{t('test')}</a>
        </li>
        {problem !== 'not-allowed' && (
          <li>
            <a href={of.otherKeyHref}>{proveTexts.in(language)('otherKey')}</a>
          </li>
        )}
      </ul>
    </Page>
  );
}

function CardNotice({ of, problem }: { of: ProveAddresses; problem: EidProveProblem }) {
  const { language } = of.frame;
  return (
    <Notice kind="problem" title={cardProblemTexts.in(language)(problem)}>
      <p>{cardAdviceTexts.in(language)(problem)}</p>
    </Notice>
  );
}

function Steps({ of, again }: { of: ProveAddresses; again: boolean }) {
  const t = eidTexts.in(of.frame.language);
  return (
    <>
      <ol class="bullets">
        <li>{t('stepInsert')}</li>
        <li>{t('stepChoose')}</li>
        <li>{t('stepPin')}</li>
      </ol>
      <Form frame={of.frame} action={of.action}>
        <Buttons>
          <Button>{t(again ? 'readAgain' : 'read')}</Button>
        </Buttons>
      </Form>
      <p class="soft small">{t('browserError')}</p>
    </>
  );
}

/** Reading the card again would change nothing. */
function OtherKey({ frame: { language }, otherKeyHref }: ProveAddresses) {
  return (
    <Buttons>
      <LinkButton href={otherKeyHref}>{proveTexts.in(language)('otherKey')}</LinkButton>
    </Buttons>
  );
}

function PinCare({ frame: { language } }: ProveAddresses) {
  const t = eidTexts.in(language);
  return (
    <section class="card flow small">
      <h2>{t('pinTitle')}</h2>
      <p>{t('pin')}</p>
    </section>
  );
}
