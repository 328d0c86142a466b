import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '#libs/http';
import { SigningKeyRing } from '#libs/security';

/** The public keys of checkpoints, old ones too: with them anybody checks an export without asking us anything more. */
@Controller('audit-keys.json')
@Public()
export class AuditKeysController {
  constructor(private readonly ring: SigningKeyRing) {}

  @Get()
  @Header('content-type', 'application/json')
  @Header('cache-control', 'public, max-age=300')
  async keys(): Promise<string> {
    const mine = (await this.ring.list()).filter(({ use }) => use === 'audit');
    return JSON.stringify({ keys: mine.map(({ kid, publicJwk }) => ({ ...publicJwk, kid })) });
  }
}
