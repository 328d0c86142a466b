import type { Language } from '#libs/kernel';

/** A kind of text message. `data` is what the outbox keeps: plain values. */
export interface TextTemplate<D extends object = object> {
  readonly name: string;
  /** In the alphabet of telephones, so that one part is enough; no link, which people must not learn to follow. */
  content(data: D, language: Language): string;
}
