import type { Client, Provider } from 'oidc-provider';

/** Identifier and secret of letters that nobody writes in two ways (RFC 6749 section 2.3.1). */
const CREDENTIALS = /^([\w.~!$&'()*,;=@/-]+):([\w.~!$&'()*,;=@/:-]+)$/;
const BASIC = /^Basic ([A-Za-z\d+/]+={0,2})$/;

/** With what a client proves itself: in its form, or in the header `authorization`. */
export interface Presented {
  readonly form: { readonly client_id?: string; readonly client_secret?: string };
  readonly header: string | undefined;
}

/** The client, when it is who it says and needs to prove no more than this. */
export async function provenClient(
  provider: Provider,
  grant: string,
  presented: Presented,
): Promise<Client | undefined> {
  const credentials = presented.header === undefined ? inForm(presented.form) : inHeader(presented);
  const client = credentials && (await provider.Client.find(credentials.clientId));
  if (client === undefined || !takesPlainTokens(client, grant)) return undefined;
  return (await provesItself(client, credentials?.secret)) ? client : undefined;
}

const takesPlainTokens = (client: Client, grant: string): boolean =>
  client.grantTypes?.includes(grant) === true &&
  client.dpopBoundAccessTokens !== true &&
  client.tlsClientCertificateBoundAccessTokens !== true;

interface Credentials {
  readonly clientId: string;
  readonly secret?: string;
}

function inForm({ client_id: clientId, client_secret: secret }: Presented['form']): Credentials | undefined {
  return clientId === undefined ? undefined : { clientId, ...(secret !== undefined && { secret }) };
}

/** Proven in the header, a client proves itself in no other way, and names itself no other. */
function inHeader({ form, header = '' }: Presented): Credentials | undefined {
  const basic = readBasic(header);
  if (basic === undefined || form.client_secret !== undefined) return undefined;
  return (form.client_id ?? basic.clientId) === basic.clientId ? basic : undefined;
}

function readBasic(header: string): Credentials | undefined {
  const [, encoded] = BASIC.exec(header) ?? [];
  const decoded = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString();
  const [, clientId, secret] = CREDENTIALS.exec(decoded) ?? [];
  return clientId === undefined || secret === undefined ? undefined : { clientId, secret };
}

async function provesItself(client: Client, secret: string | undefined): Promise<boolean> {
  const { clientAuthMethod } = client as { readonly clientAuthMethod?: string };
  if (secret === undefined) return clientAuthMethod === 'none';
  return (
    (clientAuthMethod === 'client_secret_basic' || clientAuthMethod === 'client_secret_post') &&
    client.compareClientSecret(secret)
  );
}
