import type { FedId } from '#libs/kernel';
import type { AttributeSource, SourceOutcome, SourceRequest } from '../source.js';

/** Where mail addresses are read. */
export interface ContactDirectory {
  /** The address that is used first among those that the person has proved to receive. */
  confirmedMail(subject: FedId): Promise<string | undefined>;
}

/** Mail address and language as the person set them in My digital keys. An unconfirmed address is nobody's. */
export class ContactDataSource implements AttributeSource {
  readonly name = 'contact-data';
  readonly attributes = ['mail', 'prefLanguage'] as const;

  constructor(private readonly directory: ContactDirectory) {}

  async fetch({ subject, attributes, preferredLanguage }: SourceRequest): Promise<SourceOutcome> {
    const mail = attributes.includes('mail') ? await this.directory.confirmedMail(subject) : undefined;
    return {
      kind: 'answered',
      values: {
        ...(mail !== undefined && { mail: { value: mail, trust: 'declared-and-confirmed' } }),
        ...(attributes.includes('prefLanguage') && {
          prefLanguage: { value: preferredLanguage, trust: 'declared' },
        }),
      },
    };
  }
}
