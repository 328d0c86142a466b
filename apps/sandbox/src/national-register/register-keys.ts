import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { nationalRegisterFolder } from '#libs/testing';
import { SandboxSettings } from '../sandbox-settings.js';
import type { Signer } from './signed-envelope.js';

/** Who may ask the registers, and what their answers are signed with. */
@Injectable()
export class RegisterKeys {
  private readonly folder: string;

  constructor(settings: SandboxSettings) {
    this.folder = nationalRegisterFolder(settings.dataDirectory);
  }

  /** Read at each request, so that a certificate that is registered later counts at once. */
  consumers(): X509Certificate[] {
    return readdirSync(this.folder)
      .filter((name) => /^consumer.*\.crt$/u.test(name))
      .map((name) => new X509Certificate(readFileSync(join(this.folder, name))));
  }

  signer(): Signer {
    return {
      key: readFileSync(join(this.folder, 'server.key'), 'utf8'),
      certificate: readFileSync(join(this.folder, 'server.crt'), 'utf8'),
    };
  }
}
