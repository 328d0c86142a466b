import { hash } from 'node:crypto';
import type { FedId } from '#libs/kernel';
import type { GivenAttribute } from '../../../attributes/attribute-release.js';
import type { Authenticated } from '../../../journey/authentication-result.js';

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
  hash('sha256', `${sessionUid}:${clientId}`, 'base64url');

/** To whom is answered, and what scope was granted. */
export interface AnsweredClient {
  readonly applicationId: string;
  readonly clientId: string;
  readonly scope: string;
}

export const isOffline = ({ scope }: AnsweredClient): boolean => scope.split(' ').includes('offline_access');

/** All but the attributes. */
export const isSame = (row: AnswerRow, client: AnsweredClient, result: Authenticated): boolean =>
  row.application === client.applicationId &&
  row.fed_id === result.fedId &&
  row.scope === client.scope &&
  row.class_reference === result.classReference &&
  row.amr.join(' ') === result.amr.join(' ') &&
  new Date(row.authenticated_at).getTime() === Date.parse(result.authenticatedAt);
