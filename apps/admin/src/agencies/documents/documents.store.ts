import { createHash, randomUUID } from 'node:crypto';
import type { Authorisation } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';

/** A document that an agency handed in for an authorisation; what is in it is read apart. */
export interface BasisDocument {
  readonly id: string;
  readonly kind: Authorisation['kind'];
  readonly reference: string;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
  readonly uploadedAt: Date;
}

export interface NewDocument extends Pick<BasisDocument, 'kind' | 'reference'> {
  readonly agency: EnterpriseNumber;
  readonly bytes: Buffer;
  readonly by: FedId;
}

const COLUMNS = 'id, kind, reference, hash, size, uploaded_at as "uploadedAt"';
const contextOf = (id: string) => `onboarding.basis_document.content:${id}`;

/** Documents of authorisations, encrypted: they are added and read, never changed. */
export class DocumentsStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  async add({ agency, kind, reference, bytes, by }: NewDocument): Promise<BasisDocument> {
    const id = randomUUID();
    const hash = createHash('sha256').update(bytes).digest('hex');
    const content = this.cipher.encrypt(bytes.toString('base64'), contextOf(id));
    const [row] = await this.database.query<BasisDocument & { id: string }>(
      `insert into onboarding.basis_document (id, agency, kind, reference, content, hash, size, uploaded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
      [id, agency, kind, reference, content, hash, bytes.length, by],
    );
    if (row === undefined) throw new Error('the document was not stored');
    return row;
  }

  /** Newest first. */
  ofAgency(agency: EnterpriseNumber): Promise<BasisDocument[]> {
    return this.database.query<BasisDocument & { id: string }>(
      `select ${COLUMNS} from onboarding.basis_document where agency = $1 order by uploaded_at desc`,
      [agency],
    );
  }

  /** What is in the document, when the agency has it. */
  async read(agency: EnterpriseNumber, id: string): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ content: string }>(
      'select content from onboarding.basis_document where agency = $1 and id = $2',
      [agency, id],
    );
    return row && Buffer.from(this.cipher.decrypt(row.content, contextOf(id)), 'base64');
  }
}
