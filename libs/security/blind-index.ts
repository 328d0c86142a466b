import { createHmac } from 'node:crypto';
import type { MasterKey } from './master-key.js';

/**
 * Finds an encrypted value again without keeping it readable: HMAC-SHA256 under a key outside the database,
 * so that a copy of the database cannot be searched by trying all eleven-digit numbers.
 */
export class BlindIndex {
  private readonly key: Buffer;

  constructor(masterKey: MasterKey) {
    this.key = masterKey.derive('blind-index');
  }

  /**
   * @param value in its canonical form: equal meanings must be equal strings
   * @param purpose keeps the same value in two columns from being linked
   * @returns 64 hexadecimal characters
   */
  of(value: string, purpose: string): string {
    return createHmac('sha256', this.key).update(`${purpose.length}:${purpose}:${value}`).digest('hex');
  }
}
