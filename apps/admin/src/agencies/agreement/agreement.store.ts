import type { Queryable } from '#libs/database';
import type { AgreementArticle } from './agreement.js';
import type { EnterpriseNumber, FedId, Language } from '#libs/kernel';

/** A signature as it is put. */
export interface NewSignature {
  readonly version: string;
  readonly language: Language;
  /** The words that were read, article by article. */
  readonly articles: readonly AgreementArticle[];
  readonly hash: string;
  readonly signedBy: FedId;
  readonly name: string;
  readonly function: string;
  /** With what kind of key the signatory had signed in, as FAS says it. */
  readonly classReference: string;
  readonly provenAt: Date;
  readonly signedAt: Date;
}

export interface AgreementSignature extends NewSignature {
  readonly id: string;
}

const COLUMNS = `id, version, language, articles, text_hash as hash, signed_by as "signedBy", signer_name as name,
  signer_function as function, class_reference as "classReference", proven_at as "provenAt", signed_at as "signedAt"`;

/** Signatures under the user agreement. They are added, never changed. */
export class AgreementStore {
  constructor(private readonly database: Queryable) {}

  /** Newest first. */
  ofAgency(agency: EnterpriseNumber): Promise<AgreementSignature[]> {
    return this.database.query<AgreementSignature & { version: string }>(
      `select ${COLUMNS} from onboarding.agreement_signature where agency = $1 order by signed_at desc`,
      [agency],
    );
  }

  async add(agency: EnterpriseNumber, signature: NewSignature): Promise<void> {
    const { version, language, articles, hash, signedBy, name, classReference, provenAt, signedAt } =
      signature;
    await this.database.query(
      `insert into onboarding.agreement_signature (agency, version, language, articles, text_hash, signed_by,
         signer_name, signer_function, class_reference, proven_at, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        agency,
        version,
        language,
        JSON.stringify(articles),
        hash,
        signedBy,
        name,
        signature.function,
        classReference,
        provenAt,
        signedAt,
      ],
    );
    await this.database.query(
      'update agencies.agency set agreement_version = $2, agreement_signed_at = $3 where number = $1',
      [agency, version, signedAt],
    );
  }
}
