import type { RecordedChange } from '#libs/audit';
import type { Queryable } from '#libs/database';
import { currentRequest, findCurrentRequest, type RequestContext } from '#libs/http';
import type { FedId } from '#libs/kernel';
import { randomToken, type FieldCipher } from '#libs/security';
import type { GivenAttribute } from '../../../attributes/attribute-release.js';
import type { Authenticated } from '../../../journey/authentication-result.js';
import type { Completion } from '../../../journey/journey-record.js';
import { ReadOnce } from '../../../sign-in-session/read-once.js';
import type { SessionRow } from '../../../sign-in-session/session-row.js';
import { answerIdOf, isOffline, isSame, type Answer, type AnsweredClient, type AnswerRow } from './answer.js';
import { answerOf, SAVE, SAVE_OFFLINE, SESSION_WITH_ANSWER } from './answer.statements.js';
import type { KeptAlong } from './records.js';

const context = (id: string) => `oidc-answer:${id}`;

export interface Holding {
  /** The record of the sign-in, when it was not recorded yet. */
  readonly completion?: Completion;
  /** Carries the answer out together with something else that is to be known with it. */
  readonly together?: RecordedChange;
  /** What was answered to this client in this session before, and stands for as long as the session. */
  readonly standing?: AnswerRow | undefined;
}

/** A session with what was answered in it to one client. */
export interface AnsweredSession {
  readonly session: SessionRow;
  readonly answer: AnswerRow | undefined;
}

interface Held {
  readonly id: string;
  readonly along: KeptAlong;
}

interface NewAnswer {
  readonly id: string;
  readonly client: AnsweredClient;
  readonly result: Authenticated;
}

/** The table of answers. It plays the part of the OpenID provider's grants. */
export class AnswerStore {
  private readonly known = new ReadOnce<Answer>();
  private readonly held = new WeakMap<RequestContext, Held>();

  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly life: { readonly hours: number; readonly offlineDays: number },
  ) {}

  /** Keeps what is answered and returns its identifier. */
  async save(client: AnsweredClient, result: Authenticated): Promise<string> {
    const id = isOffline(client) ? randomToken() : answerIdOf(result.sessionUid, client.clientId);
    const values = this.valuesOf(id, client, result);
    await (isOffline(client)
      ? this.database.prepared('oidc-answer-save-offline', SAVE_OFFLINE, values)
      : this.database.prepared('oidc-answer-save', SAVE, values));
    this.known.forget();
    return id;
  }

  /**
   * What is answered in this request, to be kept together with the code that makes it known (see {@link takeHeld}).
   * When no code follows, nobody can ask for the answer: neither it nor that the sign-in is complete is kept. An answer
   * that says the same as the one that stands is not written again. Offline access is rare, and kept at once.
   */
  async hold(
    client: AnsweredClient,
    result: Authenticated,
    { completion, together = completion?.together, standing }: Holding = {},
  ): Promise<string> {
    if (isOffline(client)) {
      await completion?.now();
      return this.save(client, result);
    }
    const id = answerIdOf(result.sessionUid, client.clientId);
    const stands = this.saysTheSame(standing, { id, client, result });
    this.held.set(currentRequest(), {
      id,
      along: {
        ...(!stands && { answer: { sql: SAVE, values: this.valuesOf(id, client, result) } }),
        ...(together && { recorded: together }),
      },
    });
    return id;
  }

  /** What keeps the held answer and its record, to go with the code; once. */
  takeHeld(id: string | undefined): KeptAlong | undefined {
    const request = findCurrentRequest();
    const held = request && this.held.get(request);
    if (request === undefined || held === undefined || held.id !== id) return undefined;
    this.held.delete(request);
    this.known.forget();
    return held.along;
  }

  /** A live session by the hash of its cookie, with what was answered in it to the client, if that outlives it. */
  async findWithSession(
    cookie: string,
    clientId: string,
    idleMinutes: number,
  ): Promise<AnsweredSession | undefined> {
    const [row] = await this.database.read<SessionRow & { readonly answer: AnswerRow | null }>(
      'oidc-session-with-answer',
      SESSION_WITH_ANSWER,
      [cookie, idleMinutes, clientId],
    );
    return row && { session: row, answer: row.answer ?? undefined };
  }

  /** Whether the answer that stands is the one that would be kept now. */
  private saysTheSame(row: AnswerRow | undefined, { id, client, result }: NewAnswer): boolean {
    if (row?.id !== id || !isSame(row, client, result)) return false;
    return (
      !this.cipher.isStale(row.attributes) &&
      this.cipher.decrypt(row.attributes, context(id)) === JSON.stringify(result.attributes)
    );
  }

  private valuesOf(id: string, client: AnsweredClient, result: Authenticated): readonly unknown[] {
    const { life, cipher } = this;
    return [
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
      ...(isOffline(client) ? [life.offlineDays, result.authenticatedAt] : [life.hours]),
    ];
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
