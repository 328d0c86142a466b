import { Button, Buttons, ErrorSummary, FileField, Form, LinkButton, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { Problems } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { basesTexts } from '../bases.texts.js';
import type { DocumentMessage } from './pdf-file.js';

export interface DocumentProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: string;
  readonly basis: { readonly id: string; readonly reference: string };
  readonly problems: Problems<DocumentMessage | 'missing'>;
}

/** Hands in the text of an authorisation that is there already. */
export function DocumentPage({ frame, staff, agency, basis, problems }: DocumentProps) {
  const { language } = frame;
  const t = basesTexts.in(language);
  const problem = problems.at('document');
  const title = t('addDocumentTitle');
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={title} problem={problems.any}>
      <h1>{title}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <p class="lead">{basis.reference}</p>
      <Form frame={frame} action={`/agencies/${agency}/bases/${basis.id}/document`} upload>
        <FileField
          language={language}
          name="document"
          label={t('document')}
          hint={t('documentHint')}
          error={problem && t(problem)}
          accept=".pdf,application/pdf"
        />
        <Buttons>
          <Button>{t('keepDocument')}</Button>
          <LinkButton href={`/agencies/${agency}`} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}
