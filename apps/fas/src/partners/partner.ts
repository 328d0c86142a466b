import type { IdentityService } from '#libs/digital-keys';
import type { IdentityServiceSettings } from '#libs/config';
import type { ServiceStrength } from '#libs/loa';

const OIDC = [
  'issuer',
  'clientId',
  'scope',
  'acr',
  'numberClaim',
  'request',
  'signatures',
  'encryptions',
] as const;
const SAML = ['classes', 'numberAttribute'] as const;

type Complete<Name extends keyof IdentityServiceSettings> = IdentityServiceSettings &
  Required<Pick<IdentityServiceSettings, Name>>;

/** A recognised service that is in use and speaks OpenID Connect: its row, complete. */
export type Partner = Complete<(typeof OIDC)[number]>;

/** The same for one that speaks SAML 2.0. */
export type SamlRow = Complete<(typeof SAML)[number]>;

function isComplete<Name extends keyof IdentityServiceSettings>(
  row: IdentityServiceSettings,
  names: readonly Name[],
): row is Complete<Name> {
  return row.status === 'recognised' && names.every((name) => row[name] !== undefined);
}

/** The rows that are recognised, by what they speak; the others are neither offered nor accepted. */
export const partnersIn = (
  rows: readonly IdentityServiceSettings[],
): { readonly oidc: readonly Partner[]; readonly saml: readonly SamlRow[] } => ({
  oidc: rows.filter((row) => row.protocol === 'oidc').filter((row) => isComplete(row, OIDC)),
  saml: rows.filter((row) => row.protocol === 'saml').filter((row) => isComplete(row, SAML)),
});

/** Whether the recognition covers this day; both ends belong to it. */
export function isRecognisedOn(
  { recognisedFrom, recognisedUntil }: Pick<Partner, 'recognisedFrom' | 'recognisedUntil'>,
  now: Date,
): boolean {
  const day = now.toISOString().slice(0, 10);
  return day >= (recognisedFrom ?? day) && day <= (recognisedUntil ?? day);
}

/** A recognised service as the hub sees it, whatever it speaks. */
export interface HubPartner extends IdentityService {
  readonly row: Pick<IdentityServiceSettings, 'key'>;
  /** What it calls itself: its issuer or entity identifier. */
  readonly authority: string;
  /** What its sign-ins are worth. */
  readonly strength: ServiceStrength;
  /** Suspended by an operator: takes nothing any more, from this moment on. */
  suspend(suspended: boolean): void;
  /** Recognised today, and not suspended. */
  mayProve(now: Date): boolean;
  /** Whether the service answers now; asks it. */
  works(timeout: number): Promise<boolean>;
}

/** Whether a service may prove anything, as every one of them knows it of itself. */
export class Recognition {
  private suspended = false;

  constructor(private readonly row: Pick<Partner, 'recognisedFrom' | 'recognisedUntil'>) {}

  suspend(suspended: boolean): void {
    this.suspended = suspended;
  }

  covers(now: Date): boolean {
    return !this.suspended && isRecognisedOn(this.row, now);
  }
}
