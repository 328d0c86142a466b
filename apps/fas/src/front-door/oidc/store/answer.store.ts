import { createHash } from 'node:crypto';
import type { RecordedChange } from '#libs/audit';
import type { Queryable } from '#libs/database';
import { currentRequest, findCurrentRequest, type RequestContext } from '#libs/http';
import type { FedId } from '#libs/kernel';
import { randomToken, type FieldCipher } from '#libs/security';
import type { GivenAttribute } from '../../../attributes/attribute-release.js';
import type { Authenticated } from '../../../journey/authentication-result.js';
import type { Completion } from '../../../journey/journey-record.js';
import { ReadOnce } from '../../../sign-in-session/read-once.js';
import { answerOf, SAVE, SAVE_OFFLINE } from './answer.statements.js';
import type { Statement } from './records.js';

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
export const answerIdOf = (sessionUid: string, clientId: string) =>
  createHash('sha256').update(`${sessionUid}:${clientId}`).digest('base64url');

const context = (id: string) => `oidc-answer:${id}`;

/** To whom is answered, and what scope was granted. */
export interface AnsweredClient {
  readonly applicationId: string;
  readonly clientId: string;
  readonly scope: string;
}

const isOffline = ({ scope }: AnsweredClient): boolean => scope.split(' ').includes('offline_access');

/** An answer as it is kept. */
interface Row {
  readonly id: string;
  /** Keeps the record of the sign-in with it, when it was not recorded yet. */
  readonly recorded?: RecordedChange;
  readonly values: readonly unknown[];
}

/** The table of answers. It plays the part of the OpenID provider's grants. */
export class AnswerStore {
  private readonly known = new ReadOnce<Answer>();
  private readonly held = new WeakMap<RequestContext, Row>();

  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly life: { readonly hours: number; readonly offlineDays: number },
  ) {}

  /** Keeps what is answered and returns its identifier. */
  async save(client: AnsweredClient, result: Authenticated): Promise<string> {
    const { id, values } = this.rowOf(client, result);
    await (isOffline(client)
      ? this.database.prepared('oidc-answer-save-offline', SAVE_OFFLINE, values)
      : this.database.prepared('oidc-answer-save', SAVE, values));
    this.known.forget();
    return id;
  }

  /**
   * What is answered in this request, to be kept together with the code that makes it known (see {@link takeHeld}).
   * When no code follows, nobody can ask for the answer: neither it nor that the sign-in is complete is kept. Offline
   * access is rare, and kept at once.
   */
  async hold(client: AnsweredClient, result: Authenticated, completion?: Completion): Promise<string> {
    if (isOffline(client)) {
      await completion?.now();
      return this.save(client, result);
    }
    const row = this.rowOf(client, result);
    this.held.set(currentRequest(), { ...row, ...(completion && { recorded: completion.together }) });
    return row.id;
  }

  /** The statement that keeps the held answer, for the head of the one that keeps its code; once. */
  takeHeld(id: string | undefined): Statement | undefined {
    const request = findCurrentRequest();
    const row = request && this.held.get(request);
    if (request === undefined || row === undefined || row.id !== id) return undefined;
    this.held.delete(request);
    this.known.forget();
    return { sql: SAVE, values: row.values, ...(row.recorded && { recorded: row.recorded }) };
  }

  private rowOf(client: AnsweredClient, result: Authenticated): Row {
    const { life, cipher } = this;
    const offline = isOffline(client);
    const id = offline ? randomToken() : answerIdOf(result.sessionUid, client.clientId);
    const values = [
      id,
      client.applicationId,
      client.clientId,
      result.fedId,
      result.sessionUid,
      client.scope,
      result.classReference,
      result.amr,
      result.authenticatedAt,
      cipher.encrypt(JSON.stringify(result.attributes), context(id)),
      ...(offline ? [life.offlineDays, result.authenticatedAt] : [life.hours]),
    ];
    return { id, values };
  }

  find(id: string): Promise<Answer | undefined> {
    return this.known.get(id, async () => {
      const rows = await this.database.read<AnswerRow>('oidc-answer-find', answerOf('$1'), [id]);
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

  attributesOf({ id, attributes }: Pick<AnswerRow, 'id' | 'attributes'>): GivenAttribute[] {
    return JSON.parse(this.cipher.decrypt(attributes, context(id))) as GivenAttribute[];
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
      attributes: this.attributesOf(row),
      createdAt: new Date(row.created_at),
      expiresAt: new Date(row.expires_at),
    };
  }
}
