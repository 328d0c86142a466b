import { fedIdFromBytes, type FedId } from '#libs/kernel';
import { Derivation } from './derivation.js';
import type { Persona } from './persona.js';
import { personas } from './personas.js';

export interface DemoTokenCard {
  readonly serial: string;
  /** 24 codes of 6 letters; position 1 is the first. */
  readonly codes: readonly string[];
}

/** A persona with the secrets of this world; a secret is absent when the person lacks the key. */
export interface DemoPerson extends Persona {
  readonly fedId: FedId;
  readonly password?: string;
  /** Base32, for an authenticator app. */
  readonly totpSecret?: string;
  readonly token?: DemoTokenCard;
}

const TOKEN_CODES = 24;

/**
 * The demo world. The repository holds names, numbers and quirks; every secret is derived from a seed that is made
 * on the machine where the demo runs, so no password or key of a demo can be read in the repository.
 *
 * @example
 * const world = DemoWorld.fromSeed(ensureDemoSeed('.data'));
 * world.person('an-appelmoes').password;
 */
export class DemoWorld {
  readonly people: readonly DemoPerson[];
  readonly #derivation: Derivation;

  private constructor(derivation: Derivation) {
    this.#derivation = derivation;
    this.people = personas.map((persona) => withSecrets(persona, derivation));
  }

  /** @throws RangeError when the seed is not 64 lower-case hex digits */
  static fromSeed(seedHex: string): DemoWorld {
    return new DemoWorld(new Derivation(seedHex.trim()));
  }

  /** @throws RangeError when nobody has this id */
  person(id: string): DemoPerson {
    const found = this.people.find((person) => person.id === id);
    if (found === undefined) throw new RangeError(`nobody in the demo world is called ${id}`);
    return found;
  }

  /** OAuth client secret of a demo relying party. */
  clientSecret(clientId: string): string {
    return this.secret(`client-secret/${clientId}`);
  }

  /** Any other secret of the demo, base64url of `bytes` bytes. */
  secret(purpose: string, bytes = 32): string {
    return this.#derivation.bytes(`secret/${purpose}`, bytes).toString('base64url');
  }
}

function withSecrets(person: Persona, derivation: Derivation): DemoPerson {
  const has = (key: Persona['keys'][number]) => person.keys.includes(key);
  return {
    ...person,
    fedId: fedIdFromBytes(derivation.bytes(`fed-id/${person.id}`, 20)),
    ...(has('password') && { password: derivation.passPhrase(`password/${person.id}`) }),
    ...(has('totp') && { totpSecret: derivation.base32(`totp/${person.id}`) }),
    ...(has('token') && { token: tokenCard(person.id, derivation) }),
  };
}

function tokenCard(id: string, derivation: Derivation): DemoTokenCard {
  const number = derivation.bytes(`token-serial/${id}`, 4).readUInt32BE();
  const positions = Array.from({ length: TOKEN_CODES }, (_, index) => index + 1);
  return {
    serial: `T${String(number % 1_000_000_000).padStart(9, '0')}`,
    codes: positions.map((position) => derivation.letters(`token/${id}/${position}`, 6)),
  };
}
