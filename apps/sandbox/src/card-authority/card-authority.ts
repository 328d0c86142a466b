import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { minutes } from '#libs/kernel';
import {
  CARD_AUTHORITIES,
  cardRegister,
  certificateRevocationList,
  DemoWorld,
  ensureCardWorld,
  ocspAnswer,
  OCSP_ERRORS,
  ocspError,
  readIssued,
  readOcspQuestion,
  type CardAuthorityName,
  type CardStatus,
  type Issued,
  type RegisteredCard,
} from '#libs/testing';
import { SandboxSettings } from '../sandbox-settings.js';

const isAuthority = (name: string): name is CardAuthorityName =>
  CARD_AUTHORITIES.some((known) => known === name);

/** What CSAM is told to trust. */
export const TRUST_FILES = ['roots.pem', 'issuers.pem', 'commercial.pem'] as const;
export type TrustFile = (typeof TRUST_FILES)[number];

const CARD_FILE = /^[a-z-]+\.(pem|p12)$/;

/** The authorities behind the identity cards of this world: which cards there are, and which were revoked. */
@Injectable()
export class CardAuthority implements OnModuleInit {
  private folder = '';
  private cards: readonly RegisteredCard[] = [];
  /** Serial numbers of what was revoked or taken back by hand since the start. */
  private readonly changed = new Map<string, Date | undefined>();

  constructor(
    private readonly settings: SandboxSettings,
    private readonly world: DemoWorld,
  ) {}

  async onModuleInit(): Promise<void> {
    const { dataDirectory, baseUrl } = this.settings;
    this.folder = await ensureCardWorld(dataDirectory, this.world, baseUrl);
    this.cards = cardRegister(this.folder);
  }

  list(): readonly RegisteredCard[] {
    return this.cards.map(({ revokedAt: _before, ...card }) => {
      const revoked = this.revokedAt(card.serial);
      return { ...card, ...(revoked && { revokedAt: revoked.toISOString() }) };
    });
  }

  /** Revokes a card as if its holder had reported it lost, or takes that back; false when there is no such card. */
  setRevoked(name: string, revoked: boolean): boolean {
    const card = this.cards.find((candidate) => candidate.name === name);
    if (card === undefined) return false;
    this.changed.set(card.serial, revoked ? new Date() : undefined);
    return true;
  }

  /** A card's `.pem` or `.p12`; undefined when there is none of this name. */
  cardFile(file: string): Buffer | undefined {
    if (!CARD_FILE.test(file)) return undefined;
    const known = this.cards.some(({ name }) => file === `${name}.pem` || file === `${name}.p12`);
    return known ? readFileSync(join(this.folder, 'cards', file)) : undefined;
  }

  /** The authorities' certificates, for whoever wants to trust this world. */
  trustFile(name: TrustFile): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Answers a question about one certificate (OCSP); undefined when there is no such authority. */
  async answer(name: string, request: Buffer): Promise<Buffer | undefined> {
    if (!isAuthority(name)) return undefined;
    const question = readOcspQuestion(request);
    if (question === undefined) return ocspError(OCSP_ERRORS.malformedRequest);
    const now = new Date();
    return ocspAnswer(question, {
      status: this.statusOf(name, question.serial),
      signer: await this.issued(`${name}-responder`),
      thisUpdate: now,
      nextUpdate: new Date(now.getTime() + minutes(10)),
    });
  }

  /** The list of an authority's revoked certificates (CRL). */
  async revocationList(name: string): Promise<Buffer | undefined> {
    if (!isAuthority(name)) return undefined;
    const now = new Date();
    const revoked = this.cards
      .filter(({ authority }) => authority === name)
      .flatMap(({ serial }) => {
        const at = this.revokedAt(serial);
        return at === undefined ? [] : [{ serial, at }];
      });
    return certificateRevocationList({
      authority: await this.issued(name),
      thisUpdate: now,
      nextUpdate: new Date(now.getTime() + minutes(1)),
      revoked,
    });
  }

  private issued(name: string): Promise<Issued> {
    return readIssued(this.folder, name);
  }

  private statusOf(name: CardAuthorityName, serial: string): CardStatus {
    // The root signs the authorities only, and knows those by heart.
    if (name === 'root') return { kind: 'good' };
    const card = this.cards.find((candidate) => candidate.serial === serial && candidate.authority === name);
    if (card === undefined) return { kind: 'unknown' };
    const at = this.revokedAt(serial);
    return at === undefined ? { kind: 'good' } : { kind: 'revoked', at };
  }

  private revokedAt(serial: string): Date | undefined {
    if (this.changed.has(serial)) return this.changed.get(serial);
    const since = this.cards.find((card) => card.serial === serial)?.revokedAt;
    return since === undefined ? undefined : new Date(since);
  }
}
