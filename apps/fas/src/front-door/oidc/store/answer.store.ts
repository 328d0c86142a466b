import { createHash } from 'node:crypto';
import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';
import type { GivenAttribute } from '../../../attributes/attribute-release.js';
import type { Authenticated } from '../../../journey/authentication-result.js';
import { ReadOnce } from '../../../sign-in-session/read-once.js';

/** What was answered to a client: its codes, tokens and userinfo are bound to it. */
export interface Answer {
  readonly id: string;
  readonly applicationId: string;
  readonly clientId: string;
  readonly fedId: FedId;
  readonly scope: string;
  readonly classReference: string;
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
  readonly attributes: readonly GivenAttribute[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Dates come as text when the row is read as JSON. */
export interface AnswerRow {
  id: string;
  application: string;
  client_id: string;
  fed_id: string;
  scope: string;
  class_reference: string;
  amr: string[];
  authenticated_at: Date | string;
  attributes: string;
  created_at: Date | string;
  expires_at: Date | string;
}

/** One answer per session and client: a later sign-in renews it, so that two tabs do not undo each other. */
const idOf = (sessionUid: string, clientId: string) =>
  createHash('sha256').update(`${sessionUid}:${clientId}`).digest('base64url');

const context = (id: string) => `oidc-answer:${id}`;

/** Reads an answer by its identifier, as part of a larger statement. */
export const answerOf = (id: string) => `
  select id, application, client_id, fed_id, scope, class_reference, amr, authenticated_at, attributes, created_at,
         expires_at
    from fas.oidc_answer where id = ${id} and expires_at > now()`;

/** The table of answers. It plays the part of the OpenID provider's grants. */
export class AnswerStore {
  private readonly known = new ReadOnce<Answer>();

  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly hours: number,
  ) {}

  /** Keeps what is answered and returns its identifier. */
  async save(
    client: { readonly applicationId: string; readonly clientId: string; readonly scope: string },
    result: Authenticated,
  ): Promise<string> {
    const id = idOf(result.sessionUid, client.clientId);
    await this.database.prepared(
      'oidc-answer-save',
      `insert into fas.oidc_answer (id, application, client_id, fed_id, session_uid, scope, class_reference, amr,
                                    authenticated_at, attributes, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(hours => $11))
       on conflict (id) do update
         set scope = excluded.scope, class_reference = excluded.class_reference, amr = excluded.amr,
             authenticated_at = excluded.authenticated_at, attributes = excluded.attributes,
             created_at = now(), expires_at = excluded.expires_at`,
      [
        id,
        client.applicationId,
        client.clientId,
        result.fedId,
        result.sessionUid,
        client.scope,
        result.classReference,
        result.amr,
        result.authenticatedAt,
        this.cipher.encrypt(JSON.stringify(result.attributes), context(id)),
        this.hours,
      ],
    );
    this.known.forget();
    return id;
  }

  find(id: string): Promise<Answer | undefined> {
    return this.known.get(id, async () => {
      const rows = await this.database.prepared<AnswerRow>('oidc-answer-find', answerOf('$1'), [id]);
      return rows[0] && this.toAnswer(rows[0]);
    });
  }

  /** Takes up what was read along with something else, for the rest of this request. */
  noteRead(id: string, row: AnswerRow | null): void {
    this.known.note(id, row === null ? undefined : this.toAnswer(row));
  }

  async forget(id: string): Promise<void> {
    await this.database.prepared('oidc-answer-forget', 'delete from fas.oidc_answer where id = $1', [id]);
    this.known.forget();
  }

  private toAnswer(row: AnswerRow): Answer {
    return {
      id: row.id,
      applicationId: row.application,
      clientId: row.client_id,
      fedId: row.fed_id as FedId,
      scope: row.scope,
      classReference: row.class_reference,
      amr: row.amr,
      authenticatedAt: new Date(row.authenticated_at),
      attributes: JSON.parse(this.cipher.decrypt(row.attributes, context(row.id))) as GivenAttribute[],
      createdAt: new Date(row.created_at),
      expiresAt: new Date(row.expires_at),
    };
  }
}
