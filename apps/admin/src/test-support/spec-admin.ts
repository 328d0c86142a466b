import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#libs/config';
import { createLogger, type App } from '#libs/http';
import { parseFedId, type EnterpriseNumber, type FedId } from '#libs/kernel';
import { levelClass, type Level } from '#libs/loa';
import type { StaffRole, StaffScope } from '#libs/staff';
import { scopeKindOf } from '#libs/staff';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { openAdminServices, type AdminServices } from '../admin-services.js';
import { createAdminWith } from '../create-admin.js';
import { SpecVisitor } from './spec-visitor.js';

export const SPEC_AGENCY = '0671516647' as EnterpriseNumber;
export const OTHER_AGENCY = '0999900150' as EnterpriseNumber;
export const SPEC_OFFICE = '99901';

/** Somebody of forty equal hexadecimal digits. */
export function specPerson(digit: string): FedId {
  const parsed = parseFedId(digit.repeat(40));
  if (parsed.kind === 'invalid') throw new Error('not a FedID');
  return parsed.fedId;
}

/** The scope that a role of the specs is held for. */
export function specScope(role: StaffRole): StaffScope {
  const kind = scopeKindOf(role);
  if (kind === 'agency') return { kind, agency: SPEC_AGENCY };
  return kind === 'office' ? { kind, office: SPEC_OFFICE } : { kind };
}

/** The administration on a database of its own; sessions are begun directly, as if FAS had answered. */
export class SpecAdmin {
  private constructor(
    readonly app: App,
    readonly services: AdminServices,
    readonly database: TestDatabase,
    private readonly folder: string,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<SpecAdmin> {
    const database = await testDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'csam-admin-'));
    const keyFile = join(folder, 'master.key');
    writeFileSync(keyFile, randomBytes(32).toString('hex'));
    const config = loadConfig({
      CSAM_ENV: 'demo',
      DATABASE_URL: database.url,
      QUEUE_URL: database.url,
      CSAM_MASTER_KEY_FILE: keyFile,
      ...settings,
    });
    const services = await openAdminServices(config);
    const app = await createAdminWith(services, createLogger('admin', 'silent'));
    await app.init();
    return new SpecAdmin(app, services, database, folder);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A browser of nobody. */
  visitor(): SpecVisitor {
    return new SpecVisitor(this.app);
  }

  /** A browser of somebody who is known and signed in, with these roles. */
  async signedIn(fedId: FedId, roles: readonly StaffRole[] = [], level: Level = 450): Promise<SpecVisitor> {
    const { people, staff, sessions } = this.services;
    if ((await people.find(fedId)) === undefined) {
      await people.create({ fedId, enrolment: 'eid', language: 'nl' });
    }
    for (const role of roles) {
      await staff.grant({ fedId, role, scope: specScope(role), reason: 'spec' });
    }
    const cookie = await sessions.begin({
      fedId,
      level,
      classReference: levelClass(level, 'citizen'),
      authenticatedAt: new Date(),
      sessionIndex: `_${fedId.slice(0, 8)}`,
      nameId: `_${fedId.slice(0, 8)}`,
      attributes: new Map([['givenName', 'Astrid']]),
      endsAt: undefined,
    });
    const visitor = this.visitor();
    visitor.keep('csam-admin-session', cookie);
    return visitor;
  }
}
