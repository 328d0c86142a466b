import { Button, Buttons, ErrorSummary, Form, Notice, TextField } from '#libs/ui';
import { formatDate } from '#libs/texts';
import type { SetupAddresses } from '../life/manage.js';
import { BeginAgain, SetupFrame } from '../life/setup-frame.js';
import { setupTexts } from '../life/setup.texts.js';
import { tokenSetupTexts } from './token.manage.texts.js';

export interface NewCard {
  readonly serial: string;
  readonly codes: readonly string[];
  readonly made: Date;
}

export interface TokenSetupProps extends SetupAddresses {
  /** Whose code is typed back, 1 to 24. */
  readonly position: string;
  /** Only the first time. */
  readonly card?: NewCard;
  readonly problem?: 'missing' | 'wrong' | 'spent';
}

/** The card to print or copy, and one of its codes to try. */
export function TokenSetupPage({ position, card, problem, ...of }: TokenSetupProps) {
  const { language } = of.frame;
  const t = tokenSetupTexts.in(language);
  const message = problem && problem !== 'spent' ? t(problem, { position }) : undefined;
  return (
    <SetupFrame of={of} title={t('title')} problem={problem !== undefined}>
      <ErrorSummary language={language} problems={message ? [{ field: 'code', message }] : []} />
      {card && <Card of={of} card={card} />}
      {problem === 'spent' ? (
        <Notice kind="problem" title={t('spentTitle')}>
          <p>{t('spent')}</p>
        </Notice>
      ) : (
        <section class="screen-only flow">
          <h2>{t('tryTitle')}</h2>
          <Form frame={of.frame} action={of.action}>
            <TextField
              language={language}
              name="code"
              label={t('code', { position })}
              error={message}
              autocomplete="off"
            />
            <Buttons>
              <Button>{setupTexts.in(language)('activate')}</Button>
            </Buttons>
          </Form>
        </section>
      )}
      {problem !== undefined && <BeginAgain of={of} label={t('again')} />}
    </SetupFrame>
  );
}

function Card({ of, card }: { readonly of: SetupAddresses; readonly card: NewCard }) {
  const { language } = of.frame;
  const t = tokenSetupTexts.in(language);
  return (
    <>
      <p class="lead screen-only">{t('print')}</p>
      <section class="code-card" aria-label={t('cardName')}>
        <p>
          <b>CSAM</b> {t('cardName')}
        </p>
        <ol class="code-card-codes">
          {card.codes.map((code, at) => (
            <li key={code}>
              <span class="code-card-place">{at + 1}</span> <code data-cell={at + 1}>{code}</code>
            </li>
          ))}
        </ol>
        <p class="small">{t('made', { serial: card.serial, date: formatDate(card.made, language) })}</p>
      </section>
      <p class="small soft screen-only">{t('once')}</p>
    </>
  );
}
