import { baseOf, parameterOf, type AttributeName } from '#libs/attributes';
import type { EnterprisesStore } from '#libs/enterprises';
import { mandatesFor } from '../mandates/for-enterprise.js';
import type { KnownMandates, Mandates } from '../mandates/mandates.js';
import type { ReadySource } from '../source-registry.js';
import type { SourceOutcome, SourceRequest, SourceValue } from '../source.js';

type Request = Omit<SourceRequest, 'signal'>;
type Values = Record<string, SourceValue>;

/**
 * Enterprises: which one the person acts for, and whether they hold a function in another. Names come from the public
 * data that was imported; who holds what is asked each time.
 */
export class EnterpriseRegisterSource implements ReadySource {
  readonly name = 'enterprise-register';
  readonly attributes = [
    'enterpriseNumber',
    'enterpriseName',
    'establishmentNumber',
    'representativeOf',
  ] as const satisfies readonly AttributeName[];

  constructor(
    private readonly mandates: Mandates,
    private readonly enterprises: EnterprisesStore,
  ) {}

  async fetch(request: Request): Promise<SourceOutcome> {
    const known = await this.mandates.of(request);
    const represented = representedIn(known, request);
    const wantsChosen = request.attributes.some((name) => baseOf(name) !== 'representativeOf');
    if (!wantsChosen || request.enterprise === undefined) return represented;
    const outcome = mandatesFor(known, request.enterprise);
    if (outcome.kind === 'unavailable')
      return represented.kind === 'answered' && Object.keys(represented.values).length > 0
        ? { ...represented, missing: outcome.reason }
        : outcome;
    const values = {
      ...(represented.kind === 'answered' && represented.values),
      ...(await this.chosen(request)),
    };
    return { kind: 'answered', values };
  }

  /** Of what the person chose, what was asked. */
  private async chosen({ enterprise, attributes, language }: Request): Promise<Values> {
    if (enterprise === undefined) return {};
    const { number, establishment } = enterprise;
    const name = attributes.includes('enterpriseName')
      ? (await this.enterprises.find([number], language))[0]?.name
      : undefined;
    const values = { enterpriseNumber: number, enterpriseName: name, establishmentNumber: establishment };
    return Object.fromEntries(
      Object.entries(values).flatMap(([attribute, value]) =>
        value !== undefined && attributes.includes(attribute)
          ? [[attribute, { value, trust: 'authentic-source' as const }]]
          : [],
      ),
    );
  }
}

/** Yes or no per enterprise that was asked about: a function in the KBO, not a role that somebody gave. */
function representedIn({ mandates, unavailable }: KnownMandates, { attributes }: Request): SourceOutcome {
  const asked = attributes.filter((name) => baseOf(name) === 'representativeOf');
  const away = unavailable.find(({ source }) => source === 'enterprise-register');
  if (asked.length > 0 && away !== undefined) return away.because;
  const functions = mandates.filter(({ kind }) => kind === 'function');
  const values = asked.map((name): [string, SourceValue] => {
    const holds = functions.some(({ enterprise }) => enterprise === parameterOf(name));
    return [name, { value: String(holds), trust: 'authentic-source' }];
  });
  return { kind: 'answered', values: Object.fromEntries(values) };
}
