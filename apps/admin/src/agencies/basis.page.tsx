import { attributeLabel, ATTRIBUTES, LEGAL_BASIS_KINDS } from '#libs/attributes';
import {
  Button,
  Buttons,
  CheckboxGroup,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  RadioGroup,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import type { BasisMessage } from './authorisation-form.js';
import { basesTexts } from './bases.texts.js';

export interface BasisProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: string;
  readonly typed: Typed;
  readonly problems: Problems<BasisMessage>;
}

/** A legal basis that the agency has. */
export function BasisPage({ frame, staff, agency, typed, problems }: BasisProps) {
  const { language } = frame;
  const t = basesTexts.in(language);
  const at = (field: string) => {
    const problem = problems.at(field);
    return problem && t(problem);
  };
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('title')} problem={problems.any}>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <p class="lead">{t('lead')}</p>
      <Form frame={frame} action={`/agencies/${agency}/bases/new`} upload>
        <RadioGroup
          language={language}
          name="kind"
          label={t('kind')}
          value={typed.text('kind')}
          error={at('kind')}
          options={LEGAL_BASIS_KINDS.map((value) => ({ value, label: t(value) }))}
        />
        <TextField
          language={language}
          name="reference"
          label={t('reference')}
          hint={t('referenceHint')}
          value={typed.text('reference')}
          error={at('reference')}
        />
        <TextField
          language={language}
          name="validFrom"
          type="date"
          label={t('validFrom')}
          value={typed.text('validFrom')}
          error={at('validFrom')}
        />
        <TextField
          language={language}
          name="validUntil"
          type="date"
          label={t('validUntil')}
          hint={t('untilHint')}
          value={typed.text('validUntil')}
          error={at('validUntil')}
          optional
        />
        <FileField
          language={language}
          name="document"
          label={t('document')}
          hint={t('documentHint')}
          error={at('document')}
          accept=".pdf,application/pdf"
        />
        <TextField
          language={language}
          name="noDocument"
          label={t('noDocument')}
          hint={t('noDocumentHint')}
          value={typed.text('noDocument')}
          error={at('noDocument')}
        />
        <CheckboxGroup
          language={language}
          name="attributes"
          label={t('attributes')}
          error={at('attributes')}
          values={typed.chosen(
            'attributes',
            ATTRIBUTES.map(({ name }) => name),
          )}
          options={ATTRIBUTES.map(({ name }) => ({ value: name, label: attributeLabel(name, language) }))}
        />
        <Buttons>
          <Button>{t('send')}</Button>
          <LinkButton href={`/agencies/${agency}`} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}
