import type { EnterpriseNumber, Language } from '#libs/kernel';
import { formatDate } from '#libs/texts';
import type { StaffView } from '../../frame/staff-view.js';
import { documentAddress } from '../authorisation-kind.js';
import { basesTexts } from '../bases.texts.js';
import type { BasisDocument } from './documents.store.js';

export interface DocumentsProps {
  readonly language: Language;
  readonly staff: StaffView;
  readonly agency: EnterpriseNumber;
  /** Identifier of the authorisation. */
  readonly basis: string;
  readonly documents: readonly BasisDocument[];
}

/** The texts of one authorisation, for who may read them, and the way to add one. */
export function Documents({ language, staff, agency, basis, documents }: DocumentsProps) {
  const t = basesTexts.in(language);
  const mayRead = staff.rights.has('agency.documents');
  return (
    <>
      {documents.length === 0 && <span>{t('documentNone')} </span>}
      {documents.map(({ id, uploadedAt }) => {
        const words = t('documentOf', { moment: formatDate(uploadedAt, language) });
        return <div key={id}>{mayRead ? <a href={documentAddress(agency, id)}>{words}</a> : words}</div>;
      })}
      {staff.rights.has('agency.manage') && (
        <a href={`/agencies/${agency}/bases/${basis}/document`}>{t('addDocument')}</a>
      )}
    </>
  );
}
