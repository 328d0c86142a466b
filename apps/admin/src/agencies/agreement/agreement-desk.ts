import type { FastifyRequest } from 'fastify';
import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';
import type { ServicesService } from '../../applications/services.service.js';
import { AgreementSigned } from '../../onboarding/onboarding.audit.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { staffOf } from '../../staff/staff-member.js';
import { AGREEMENT_VERSION, agreementArticles, agreementHash } from './agreement.js';
import { AgreementStore, type AgreementSignature } from './agreement.store.js';

export interface AgreementDeskParts {
  readonly database: Database;
  readonly audit: AuditWriter;
  readonly services: Pick<ServicesService, 'agreementSigned'>;
}

/** Signs the user agreement for an agency, and keeps what was signed. */
export class AgreementDesk {
  private readonly signatures: AgreementStore;

  constructor(private readonly the: AgreementDeskParts) {
    this.signatures = new AgreementStore(the.database);
  }

  /** Newest first; each with the words that were signed. */
  signaturesOf(agency: EnterpriseNumber): Promise<AgreementSignature[]> {
    return this.signatures.ofAgency(agency);
  }

  /** Recorded with the key of the signatory, the moment and the hash of the text as it was read. */
  async sign(
    request: FastifyRequest,
    agency: EnterpriseNumber,
    signer: Pick<AgreementSignature, 'name' | 'function'>,
  ): Promise<void> {
    const { language } = request.context;
    const { fedId, classReference, authenticatedAt } = staffOf(request).person;
    const hash = agreementHash(language);
    await recordStaffAction(this.the.audit, request, AgreementSigned, {
      agency,
      data: { version: AGREEMENT_VERSION, hash, classReference },
    });
    await this.the.database.transaction((tx) =>
      new AgreementStore(tx).add(agency, {
        ...signer,
        version: AGREEMENT_VERSION,
        language,
        articles: agreementArticles(language),
        hash,
        signedBy: fedId,
        classReference,
        provenAt: authenticatedAt,
        signedAt: new Date(),
      }),
    );
    await this.the.services.agreementSigned(agency);
  }
}
