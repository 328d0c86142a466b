import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { DigitalKeyState } from '../digital-key.js';
import type { Certificate } from '../pki/certificate.js';
import { describeCertificate, type DescribedCertificate } from './certificate.js';

/** A registered certificate, found by its fingerprint. */
export interface CertificateRecord {
  readonly keyId: string;
  readonly fedId: FedId;
  readonly enrolment: Enrolment;
  readonly state: DigitalKeyState;
  readonly personActive: boolean;
}

/** What the list of a person's keys tells of one. */
export interface RegisteredCertificate extends DescribedCertificate {
  readonly keyId: string;
  readonly notAfter: Date;
}

interface ListRow {
  key_id: string;
  described_encrypted: string;
  not_after: Date;
}

const CONTEXT = 'certificate-description';

/** Table of registered certificates. Of the certificate itself only a keyed hash and what a list shows are kept. */
export class CertificateStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  within(tx: Queryable): CertificateStore {
    return new CertificateStore(tx, this.cipher, this.index);
  }

  async find({ fingerprint }: Pick<Certificate, 'fingerprint'>): Promise<CertificateRecord | undefined> {
    const [row] = await this.database.prepared<{
      key_id: string;
      fed_id: string;
      enrolment: Enrolment;
      state: DigitalKeyState;
      person_active: boolean;
    }>(
      'certificate-by-fingerprint',
      `select c.key_id, k.fed_id, k.enrolment, k.state, p.state = 'active' as person_active
         from digital_keys.certificate c
         join digital_keys.digital_key k on k.id = c.key_id
         join people.person p on p.fed_id = k.fed_id
        where c.fingerprint_index = $1`,
      [this.indexOf(fingerprint)],
    );
    return (
      row && {
        keyId: row.key_id,
        fedId: row.fed_id as FedId,
        enrolment: row.enrolment,
        state: row.state,
        personActive: row.person_active,
      }
    );
  }

  /** Fails on the unique index when somebody else registers the same certificate at the same moment. */
  async add(keyId: string, certificate: Certificate): Promise<void> {
    const index = this.indexOf(certificate.fingerprint);
    await this.database.query(
      `update digital_keys.certificate c set fingerprint_index = null
         from digital_keys.digital_key k
        where c.fingerprint_index = $1 and k.id = c.key_id and k.state = 'revoked'`,
      [index],
    );
    await this.database.query(
      `insert into digital_keys.certificate (key_id, fingerprint_index, described_encrypted, not_after)
       values ($1, $2, $3, $4)`,
      [
        keyId,
        index,
        this.cipher.encrypt(JSON.stringify(describeCertificate(certificate)), CONTEXT),
        certificate.notAfter,
      ],
    );
  }

  /** All but the revoked ones, oldest first. */
  async ofPerson(fedId: FedId): Promise<RegisteredCertificate[]> {
    const rows = await this.database.query<ListRow>(
      `select c.key_id, c.described_encrypted, c.not_after
         from digital_keys.certificate c
         join digital_keys.digital_key k on k.id = c.key_id
        where k.fed_id = $1 and k.state <> 'revoked'
        order by k.created_at`,
      [fedId],
    );
    return rows.map((row) => ({
      ...(JSON.parse(this.cipher.decrypt(row.described_encrypted, CONTEXT)) as DescribedCertificate),
      keyId: row.key_id,
      notAfter: row.not_after,
    }));
  }

  private indexOf(fingerprint: string): string {
    return this.index.of(fingerprint, 'certificate-fingerprint');
  }
}
