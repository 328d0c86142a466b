import { Provider, type Configuration } from 'oidc-provider';
import type { ProviderServices } from './provider.js';

/** The provider with a page of ours where it would show one of its own. */
export class OwnPagesProvider extends Provider {
  constructor(
    issuer: string,
    private readonly pages: ProviderServices['pages'],
    configuration: Configuration,
  ) {
    super(issuer, configuration);
  }

  // Asked for by the constructor above, which registers the modes before this object has its fields.
  override registerResponseMode(...[name, handler]: Parameters<Provider['registerResponseMode']>): void {
    super.registerResponseMode(name, this.ownMode(name) ?? handler);
  }

  private ownMode(name: string): Parameters<Provider['registerResponseMode']>[1] | undefined {
    if (name === 'form_post') return (ctx, address, fields) => this.pages.formPost(ctx, address, fields);
    if (name !== 'form_post.jwt') return undefined;
    // The answer as one signed text (JARM section 4.3.3), in the same form.
    return async (ctx, address, fields) => {
      const answer = new this.IdToken({}, { ctx });
      for (const [claim, value] of Object.entries(fields)) answer.set(claim, value);
      const response = await issue(answer);
      this.pages.formPost(ctx, address, { response });
    };
  }
}

/** The published types know of ID tokens only. */
const issue = (answer: object): Promise<string> =>
  (answer as { issue(of: { use: 'authorization' }): Promise<string> }).issue({ use: 'authorization' });
