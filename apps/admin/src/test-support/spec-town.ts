import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AgenciesStore } from '#libs/agencies';
import { EMPTY_DETAILS } from '../applications/dossier/dossier.js';
import { DossierStore } from '../applications/dossier/dossier.store.js';
import { SPEC_AGENCY, SpecAdmin, specPerson } from './spec-admin.js';
import type { SpecVisitor } from './spec-visitor.js';

const name = { nl: 'Gemeente', fr: 'Commune', de: 'Gemeinde', en: 'Town' };

/** A town that describes a service in the administration, and a web server on which its metadata stands. */
export class SpecTown {
  answer: (response: ServerResponse) => void = (response) => void response.end();

  private constructor(
    readonly admin: SpecAdmin,
    readonly astrid: SpecVisitor,
    readonly service: string,
    private readonly server: Server,
  ) {
    server.on('request', (_request, response) => this.answer(response));
  }

  static async start(): Promise<SpecTown> {
    const admin = await SpecAdmin.start();
    const astrid = await admin.signedIn(specPerson('a'), ['agency-manager', 'agency-signatory']);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { database } = admin.database;
    await new AgenciesStore(database).ensure({ number: SPEC_AGENCY, name });
    const dossiers = new DossierStore(database);
    const id = await dossiers.add(SPEC_AGENCY, specPerson('a'));
    await dossiers.saveDetails(id, {
      ...EMPTY_DETAILS,
      name,
      minimumLevel: 400,
      keys: ['eid', 'totp'],
      contexts: ['citizen'],
      signInsPerYear: 1_000,
      signInsAtPeak: 10,
    });
    return new SpecTown(admin, astrid, id, server);
  }

  /** Where the metadata stands. */
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/metadata`;
  }

  settings(environment: string): string {
    return `/services/${this.service}/settings/${environment}`;
  }

  /** Has the administration read the metadata of an address into the form. */
  fetched(fields: Readonly<Record<string, string>>) {
    const action = `/services/${this.service}/metadata-address/INT`;
    return this.astrid.submit(this.settings('INT'), action, fields);
  }

  step(action: string) {
    const page = `/services/${this.service}/${action}`;
    return this.astrid.submit(page, page, { reason: 'It is ready' });
  }

  async state(): Promise<string | undefined> {
    return /data-state="([^"]+)"/.exec((await this.astrid.get(`/services/${this.service}`)).body)?.[1];
  }

  /** The second person says yes to whatever waits. */
  async approveAll(): Promise<void> {
    const { approvals } = this.admin.services;
    for (const { id } of await approvals.list({ states: ['open'] })) {
      const trace = { reference: 'spec', address: '192.0.2.1' };
      const outcome = await approvals.decide(id, 'approve', {
        by: specPerson('b'),
        reason: 'Checked',
        trace,
      });
      if (outcome.kind !== 'done') throw new Error(`not approved: ${JSON.stringify(outcome)}`);
    }
  }

  async stop(): Promise<void> {
    this.server.close();
    await this.admin.stop();
  }
}

/** Text of a page, without the marks of HTML. */
export const wordsOf = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

const UNESCAPED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** A hidden field as a browser sends it: lines end in a way of their own (HTML, form submission). */
export function hiddenField(body: string, field: string): string {
  const value = new RegExp(`type="hidden" name="${field}" value="([^"]*)"`).exec(body)?.[1] ?? '';
  return value
    .replaceAll(/\r?\n/g, '\r\n')
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => UNESCAPED[entity] ?? '');
}
