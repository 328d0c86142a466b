import type { RegisteredAgency } from '#libs/agencies';
import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import {
  Button,
  Buttons,
  CheckboxField,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { Problems, Typed } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { AGREEMENT_VERSION, agreementArticles } from './agreement.js';
import type { AgreementSignature } from './agreement.store.js';
import { agreementTexts } from './agreement.texts.js';
import type { SignMessage } from './sign-form.js';

export interface AgreementProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: Pick<RegisteredAgency, 'number' | 'name'>;
  /** Newest first. */
  readonly signatures: readonly AgreementSignature[];
  readonly maySign: boolean;
  readonly typed: Typed;
  readonly problems: Problems<SignMessage>;
}

/** The text of the user agreement, and the signature under it. */
export function AgreementPage(props: AgreementProps) {
  const { frame, staff, agency, signatures, problems } = props;
  const current = signatures.find(({ version }) => version === AGREEMENT_VERSION);
  const earlier = signatures.filter((signature) => signature !== current);
  const { language } = frame;
  const t = agreementTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('title')} problem={problems.any}>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <p class="lead">
        {agency.name[language]}. {t('version', { version: AGREEMENT_VERSION })}.
      </p>
      {agreementArticles(language).map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      {current !== undefined ? (
        <Notice kind="success">
          <p>{signedWords(current, language)}</p>
        </Notice>
      ) : (
        <Sign {...props} />
      )}
      {current === undefined && earlier.length > 0 && (
        <Notice kind="warning">
          <p>{t('anew', { version: AGREEMENT_VERSION })}</p>
        </Notice>
      )}
      {earlier.length > 0 && (
        <>
          <h2>{t('earlier')}</h2>
          <ul class="bullets">
            {earlier.map((signature) => (
              <li key={signature.id}>
                <a href={`/agencies/${agency.number}/agreement.pdf?signature=${signature.id}`}>
                  {t('version', { version: signature.version })}
                </a>
                : {signedWords(signature, language)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Buttons>
        <LinkButton href={`/agencies/${agency.number}/agreement.pdf`} look="secondary">
          {t('pdf')}
        </LinkButton>
        <LinkButton href={`/agencies/${agency.number}`} look="quiet">
          {t('back')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

const signedWords = (signature: AgreementSignature, language: Language): string =>
  agreementTexts.in(language)('signedBy', {
    name: signature.name,
    function: signature.function,
    moment: formatDateTime(signature.signedAt, language),
  });

function Sign({ frame, agency, maySign, typed, problems }: AgreementProps) {
  const { language } = frame;
  const t = agreementTexts.in(language);
  const at = (field: string) => {
    const problem = problems.at(field);
    return problem && t(problem);
  };
  if (!maySign) {
    return (
      <Notice>
        <p>{t('notYou')}</p>
      </Notice>
    );
  }
  return (
    <>
      <h2>{t('signTitle')}</h2>
      <p>{t('signLead')}</p>
      <Form frame={frame} action={`/agencies/${agency.number}/agreement`}>
        {(['name', 'function'] as const).map((name) => (
          <TextField
            key={name}
            language={language}
            name={name}
            label={t(name)}
            value={typed.text(name)}
            error={at(name)}
          />
        ))}
        <CheckboxField
          language={language}
          name="accept"
          label={t('accept')}
          checked={typed.ticked('accept')}
          error={at('accept')}
        />
        <Button>{t('sign')}</Button>
      </Form>
    </>
  );
}
