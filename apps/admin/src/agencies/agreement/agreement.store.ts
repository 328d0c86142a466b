import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, FedId, Language } from '#libs/kernel';

export interface AgreementSignature {
  readonly version: string;
  readonly language: Language;
  readonly hash: string;
  readonly signedBy: FedId;
  readonly name: string;
  readonly function: string;
  /** With what kind of key the signatory had signed in, as FAS says it. */
  readonly classReference: string;
  readonly provenAt: Date;
  readonly signedAt: Date;
}

const COLUMNS = `version, language, text_hash as hash, signed_by as "signedBy", signer_name as name,
  signer_function as function, class_reference as "classReference", proven_at as "provenAt", signed_at as "signedAt"`;

/** Signatures under the user agreement. They are added, never changed. */
export class AgreementStore {
  constructor(private readonly database: Queryable) {}

  async latest(agency: EnterpriseNumber): Promise<AgreementSignature | undefined> {
    const [row] = await this.database.query<AgreementSignature>(
      `select ${COLUMNS} from onboarding.agreement_signature where agency = $1 order by signed_at desc limit 1`,
      [agency],
    );
    return row;
  }

  async add(agency: EnterpriseNumber, signature: AgreementSignature): Promise<void> {
    const { version, language, hash, signedBy, name, classReference, provenAt, signedAt } = signature;
    await this.database.query(
      `insert into onboarding.agreement_signature (agency, version, language, text_hash, signed_by, signer_name,
         signer_function, class_reference, proven_at, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        agency,
        version,
        language,
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
