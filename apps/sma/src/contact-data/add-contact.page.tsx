import type { ContactKind } from '#libs/people';
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Page,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { contactTexts } from './contact-data.texts.js';

export interface AddContactProps {
  readonly frame: PageFrame;
  readonly kind: ContactKind;
  /** Codes will wait before they go there. */
  readonly rests: boolean;
  readonly typed?: string;
  readonly problem?: 'missing' | 'form' | 'not-now' | 'unavailable';
}

/** What differs between the two. */
const FIELDS = {
  mail: { name: 'email', type: 'email', autocomplete: 'email' },
  phone: { name: 'phone', type: 'tel', autocomplete: 'tel' },
} as const;

/** A new mail address or telephone number. */
export function AddContactPage({ frame, kind, rests, typed, problem }: AddContactProps) {
  const { language } = frame;
  const t = contactTexts.in(language);
  const field = FIELDS[kind];
  const title = t(`add-${kind}`);
  const message = problem && (problem === 'form' ? t(`form-${kind}`) : t(problem));
  return (
    <Page frame={frame} title={title} problem={message !== undefined}>
      <h1>{title}</h1>
      <ErrorSummary language={language} problems={message ? [{ field: field.name, message }] : []} />
      <p>{t(`proof-${kind}`)}</p>
      {rests && (
        <Notice>
          <p>{t('willRest')}</p>
        </Notice>
      )}
      <Form frame={frame} action={`/contact/add/${kind}`}>
        <TextField
          {...field}
          language={language}
          label={t(`label-${kind}`)}
          hint={t(`hint-${kind}`)}
          value={typed}
          error={message}
        />
        <Buttons>
          <Button>{t('send')}</Button>
          <LinkButton href="/contact" look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}
