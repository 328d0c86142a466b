import { Provider, type Configuration } from 'oidc-provider';
import { API_GRANT, forAdministration, type GrantHandler } from './administration-tokens.js';
import type { ProviderServices } from './provider.js';

/** The provider with a page of ours where it would show one of its own, and tokens of ours for programs of agencies. */
export class OwnProvider extends Provider {
  constructor(
    issuer: string,
    private readonly own: Pick<ProviderServices, 'pages' | 'administration'>,
    configuration: Configuration,
  ) {
    super(issuer, configuration);
  }

  // These are asked for by the constructor above, which registers grants and modes before this object has its fields.
  override registerGrantType<Parameters extends object>(
    name: string,
    handler: GrantHandler<Parameters>,
    ...rest: readonly (string | readonly string[] | ReadonlySet<string>)[]
  ): void {
    if (name !== API_GRANT) return super.registerGrantType(name, handler, ...rest);
    const forPrograms = forAdministration(() => this.own.administration, handler);
    super.registerGrantType(name, forPrograms, [...(rest[0] ?? []), 'resource'], ['resource']);
  }

  override registerResponseMode(...[name, handler]: Parameters<Provider['registerResponseMode']>): void {
    super.registerResponseMode(name, this.ownMode(name) ?? handler);
  }

  private ownMode(name: string): Parameters<Provider['registerResponseMode']>[1] | undefined {
    if (name === 'form_post') return (ctx, address, fields) => this.own.pages.formPost(ctx, address, fields);
    if (name !== 'form_post.jwt') return undefined;
    // The answer as one signed text (JARM section 4.3.3), in the same form.
    return async (ctx, address, fields) => {
      const answer = new this.IdToken({}, { ctx });
      for (const [claim, value] of Object.entries(fields)) answer.set(claim, value);
      const response = await issue(answer);
      this.own.pages.formPost(ctx, address, { response });
    };
  }
}

/** The published types know of ID tokens only. */
const issue = (answer: object): Promise<string> =>
  (answer as { issue(of: { use: 'authorization' }): Promise<string> }).issue({ use: 'authorization' });
