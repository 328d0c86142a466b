import type { Queryable } from '#libs/database';
import { hashToken, type FieldCipher } from '#libs/security';

export interface KeptAnswer {
  /** Entity identifier of the relying party that may fetch it. */
  readonly relyingParty: string;
  readonly xml: string;
}

/** Answers that wait for their artifact; all processes share them, and each is taken once. */
export class ArtifactsStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  async keep(handle: string, { relyingParty, xml }: KeptAnswer, expiresAt: Date): Promise<void> {
    const id = hashToken(handle);
    await this.database.prepared(
      'saml-artifact-keep',
      'insert into saml.artifact (id, relying_party, message, expires_at) values ($1, $2, $3, $4)',
      [id, relyingParty, this.cipher.encrypt(xml, contextOf(id)), expiresAt],
    );
  }

  /** Takes the answer away for good; undefined when it was taken, is too old or never was. */
  async take(handle: string, now: Date): Promise<KeptAnswer | undefined> {
    const id = hashToken(handle);
    const [row] = await this.database.prepared<{ relying_party: string; message: string; expires_at: Date }>(
      'saml-artifact-take',
      'delete from saml.artifact where id = $1 returning relying_party, message, expires_at',
      [id],
    );
    if (row === undefined || row.expires_at <= now) return undefined;
    return { relyingParty: row.relying_party, xml: this.cipher.decrypt(row.message, contextOf(id)) };
  }
}

const contextOf = (id: string) => `saml.artifact.message:${id}`;
