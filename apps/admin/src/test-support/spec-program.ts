import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { administrationAudience, ApiClientsStore, type ApiRight } from '#libs/agencies';
import { apiClientIdFrom, days, type ApiClientId, type EnterpriseNumber, type FedId } from '#libs/kernel';
import { FieldCipher, masterKeyFromFile, SigningKeyRing, type SigningKey } from '#libs/security';
import { SPEC_AGENCY, specPerson, type SpecAdmin } from './spec-admin.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface SpecProgramSettings {
  readonly agency?: EnterpriseNumber;
  readonly rights?: readonly ApiRight[];
  readonly createdBy?: FedId;
  readonly endsAt?: Date;
}

/** Makes the key with which FAS signs tokens. */
export async function specSigner({ database, services }: SpecAdmin): Promise<SigningKey> {
  const cipher = new FieldCipher(masterKeyFromFile(services.config.masterKeyFile));
  const ring = new SigningKeyRing({ database: database.database, cipher });
  await ring.ensure('oidc');
  return ring.active('oidc');
}

/** A program of an agency, with tokens as FAS makes them. */
export class SpecProgram {
  private constructor(
    private readonly admin: SpecAdmin,
    private readonly signer: SigningKey,
    readonly id: ApiClientId,
  ) {}

  static async of(
    admin: SpecAdmin,
    signer: SigningKey,
    settings: SpecProgramSettings = {},
  ): Promise<SpecProgram> {
    const {
      agency = SPEC_AGENCY,
      rights = ['read', 'write', 'audit'],
      createdBy = specPerson('a'),
    } = settings;
    const { endsAt = new Date(Date.now() + days(1)) } = settings;
    const id = apiClientIdFrom(randomUUID());
    const proof = { kind: 'secret', hash: 'ab'.repeat(32) } as const;
    const client = { id, agency, name: 'Robot', rights, proof, createdBy, createdAt: new Date(), endsAt };
    await new ApiClientsStore(admin.services.database).add(client);
    return new SpecProgram(admin, signer, id);
  }

  /** A token of FAS; what is given replaces what it would say. */
  token(claims: Readonly<Record<string, unknown>> = {}, header: Readonly<Record<string, unknown>> = {}) {
    const { baseUrl } = this.admin.services.config;
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({
      iss: `${baseUrl.fas}/fas/oauth2`,
      aud: administrationAudience(baseUrl.admin),
      sub: this.id,
      client_id: this.id,
      iat: now,
      exp: now + 300,
      jti: randomUUID(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: this.signer.kid, ...header })
      .sign(this.signer.privateKey);
  }

  async call(method: Method, url: string, body?: object, headers: Readonly<Record<string, string>> = {}) {
    const answer = await this.admin.app.server.inject({
      method,
      url,
      headers: {
        accept: 'application/json',
        'accept-language': 'en',
        authorization: `Bearer ${await this.token()}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { payload: JSON.stringify(body) }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (isJson && answer.body !== '' ? JSON.parse(answer.body) : {}) as Record<string, unknown>,
      text: answer.body,
      etag: String(answer.headers['etag'] ?? ''),
    };
  }
}
