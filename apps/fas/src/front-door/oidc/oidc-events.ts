import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Application } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import { scrub } from '#libs/http';
import { parseFedId } from '#libs/kernel';
import type { RelyingParties } from '../../relying-parties/relying-parties.js';
import type { ApiClients } from './clients/api-clients.js';
import { ConstantValues } from './authorization/constant-values.js';
import { RefusalError } from './authorization/refusal.js';
import { wordFault } from './server-fault.js';
import { ConstantValueSeen, OidcRequestRejected, TokensIssued } from './oidc.audit.js';

const REJECTIONS = [
  'authorization.error',
  'grant.error',
  'userinfo.error',
  'introspection.error',
  'revocation.error',
  'pushed_authorization_request.error',
  'end_session.error',
  'end_session_confirm.error',
  'end_session_success.error',
] as const;

export interface OidcEventsParts {
  readonly audit: AuditWriter;
  readonly requests: WeakMap<IncomingMessage, FastifyRequest>;
  readonly parties: Pick<RelyingParties, 'byClient'>;
  readonly apiClients: Pick<ApiClients, 'agencyOf'>;
}

/** Writes down what the OpenID provider turned away and what it issued. */
export class OidcEvents {
  private readonly constants = new ConstantValues();

  constructor(private readonly the: OidcEventsParts) {}

  follow(provider: Provider): void {
    for (const name of REJECTIONS) {
      // All of these carry the same arguments, which the overloads of the types cannot say for a list.
      provider.on(name as 'authorization.error', (ctx, error) => this.rejected(name, ctx, error));
    }
    provider.on('server_error', (ctx, error) => wordFault(ctx, error, this.the.requests.get(ctx.req)));
    provider.on('grant.success', (ctx) => {
      const { account, params } = ctx.oidc;
      const accountId = account?.accountId;
      this.issued(partOf(ctx), {
        ...(accountId !== undefined && { accountId }),
        grantType: String(params?.grant_type),
      });
    });
    provider.on('authorization.accepted', (ctx) => this.accepted(partOf(ctx), ctx.oidc.params ?? {}));
  }

  /** A client that sends the same value each time is not protected by it: its agency should hear of it. */
  accepted(part: ClientPart, params: Readonly<Record<string, unknown>>): void {
    this.measure(part);
    for (const parameter of ['nonce', 'code_challenge'] as const) {
      const value = params[parameter];
      if (part.clientId === undefined || typeof value !== 'string') continue;
      if (!this.constants.note(part.clientId, parameter, value)) continue;
      const data = { client: part.clientId, parameter };
      this.write(part, () => this.the.audit.recordSoon(ConstantValueSeen, { ...this.where(part), data }));
    }
  }

  private rejected(name: string, ctx: KoaContextWithOIDC, error: Error): void {
    if (isRecorded(ctx, error)) return;
    const part = partOf(ctx);
    const client = part.clientId;
    const detail = 'error_detail' in error && error.error_detail ? String(error.error_detail) : error.message;
    this.write(part, () =>
      this.the.audit.record(OidcRequestRejected, {
        ...this.where(part),
        data: {
          endpoint: name.slice(0, name.indexOf('.')),
          error: 'error' in error ? String(error.error) : error.name,
          // What a client sends may hold anything, also what no record may.
          detail: scrub(detail)
            .replaceAll(/\p{Cc}/gu, ' ')
            .slice(0, 200),
          ...(client !== undefined && { client }),
        },
      }),
    );
  }

  issued(part: ClientPart, { accountId, grantType }: { accountId?: string; grantType: string }): void {
    this.measure(part);
    const subject = accountId === undefined ? undefined : parseFedId(accountId);
    this.write(part, () =>
      // Nobody's answer waits for it: the sign-in itself was recorded before the code left.
      this.the.audit.recordSoon(TokensIssued, {
        ...this.where(part),
        ...(subject?.kind === 'valid' && { subject: subject.fedId }),
        data: { grantType, client: part.clientId ?? '' },
      }),
    );
  }

  /** The event comes when the answer stands already: a record that fails is told to the log, loudly. */
  private write({ request }: ClientPart, record: () => Promise<void>): void {
    const log = this.the.requests.get(request)?.log;
    record().catch((error: unknown) => log?.error({ err: error }, 'an audit record was not written'));
  }

  private where(part: ClientPart): Where {
    const context = this.the.requests.get(part.request)?.context;
    return {
      ...(context === undefined
        ? { reference: 'none' }
        : { reference: context.reference, address: context.address }),
      ...this.whose(part),
    };
  }

  /** An agency finds what was turned away among its own transactions. */
  private whose(part: ClientPart): Pick<Where, 'application' | 'agency'> {
    const application = this.application(part);
    if (application !== undefined) {
      return { application: application.id, agency: application.agency.number };
    }
    const agency = this.the.apiClients.agencyOf(part.clientId ?? '');
    return agency === undefined ? {} : { agency };
  }

  /** Lets the time of this request count for the application. */
  private measure(part: ClientPart): void {
    const context = this.the.requests.get(part.request)?.context;
    if (context !== undefined) context.application = this.application(part)?.id;
  }

  private application({ clientId }: ClientPart): Application | undefined {
    return clientId === undefined ? undefined : this.the.parties.byClient(clientId);
  }
}

/** A request and the client that it speaks for, once that is known. */
export interface ClientPart {
  readonly request: IncomingMessage;
  readonly clientId?: string;
}

function partOf({ req: request, oidc }: KoaContextWithOIDC): ClientPart {
  const clientId = oidc?.client?.clientId;
  return { request, ...(clientId !== undefined && { clientId }) };
}

interface Where {
  readonly reference: string;
  readonly address?: string;
  readonly application?: string;
  readonly agency?: string;
}

/** The journey wrote down how it ended; what the client is told of it now is no second rejection. */
function isRecorded({ oidc }: KoaContextWithOIDC, error: Error): boolean {
  const ended = oidc?.entities.Interaction?.result;
  return error instanceof RefusalError ? error.recorded : ended?.error !== undefined;
}
