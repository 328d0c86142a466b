import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OidcRelyingParty } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { signIn } from '../support/sign-in.js';
import { stack } from '../support/stack.js';

type Source = 'bis' | 'kbo' | 'rma';

/** Modes of the switch in which a source gives nothing that may be passed on. */
const FAILING = ['error', 'reset', 'garbage', 'wrong-schema', 'wrong-person'] as const;

const SCOPE = { scope: 'openid profile' };
const FOR_AN_ENTERPRISE = { acr_values: 'urn:be:fedict:iam:fas:enterprise:Level200' };

async function turn(source: Source, mode: string): Promise<void> {
  const response = await fetch(`${stack().addresses.sandbox}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target: source, mode, ms: 50 }),
  });
  if (!response.ok) throw new Error(`the fault switch answered ${response.status}`);
}

/** So many good answers in between that no source is left alone: it is each time the mode that shows. */
async function recover(look: () => Promise<unknown>): Promise<void> {
  await look();
  await look();
}

afterEach(() => Promise.all((['bis', 'kbo', 'rma'] as const).map((source) => turn(source, 'ok'))));

describe('the BIS register', () => {
  let service: OidcRelyingParty;
  const walker = new PageWalker();
  beforeAll(async () => {
    service = await OidcRelyingParty.of('permits');
    await signIn(walker, await walker.open((await service.begin(SCOPE)).url), 'hakim-hazelnoot');
  });

  /** What the service is told about somebody who is signed in already. */
  async function told(): Promise<Readonly<Record<string, unknown>>> {
    const login = await service.begin(SCOPE);
    const tokens = await service.finish(login, await walker.open(login.url));
    return { ...(await service.userinfo(tokens)) };
  }

  it.each([...FAILING, 'hang'])(
    '%s: he is signed in without what it knows, and with it again afterwards',
    async (mode) => {
      await turn('bis', mode);
      const without = await told();
      expect(without).toHaveProperty('mail');
      expect(without).not.toHaveProperty('surname');
      expect(JSON.stringify(without)).not.toContain('85073003328');
      await turn('bis', 'ok');
      await recover(told);
      expect(await told()).toMatchObject({ surname: 'Hazelnoot' });
    },
  );

  it('delay: is waited for', async () => {
    await turn('bis', 'delay');
    expect(await told()).toMatchObject({ surname: 'Hazelnoot' });
  });
});

describe('the registers of functions and roles', () => {
  let service: OidcRelyingParty;
  const walker = new PageWalker();
  beforeAll(async () => {
    service = await OidcRelyingParty.of('forum');
    await signIn(walker, await walker.open((await service.begin()).url), 'lea-lierre');
  });

  /** What she may choose from, and whether the page says that there may be more. */
  async function offered() {
    const { body } = await walker.open((await service.begin(FOR_AN_ENTERPRISE)).url);
    const enterprises = body.match(/name="enterprise"/gu)?.length ?? 0;
    return { enterprises, incomplete: body.includes('notice-warning'), away: body.includes('Try again') };
  }
  const ALL = { enterprises: 3, incomplete: false, away: false };

  it.each(FAILING.flatMap((mode) => [['kbo', mode, 1] as const, ['rma', mode, 3] as const]))(
    '%s %s: she chooses from what the other one knows, and is told that there may be more',
    async (source, mode, enterprises) => {
      await turn(source, mode);
      expect(await offered()).toMatchObject({ enterprises, incomplete: true });
      await turn(source, 'ok');
      await recover(offered);
      expect(await offered()).toEqual(ALL);
    },
  );

  it('hang, both: she is told that nothing can be had now, and can try again', async () => {
    await Promise.all([turn('kbo', 'hang'), turn('rma', 'hang')]);
    expect(await offered()).toMatchObject({ enterprises: 0, away: true });
    await Promise.all([turn('kbo', 'ok'), turn('rma', 'ok')]);
    await recover(offered);
    expect(await offered()).toEqual(ALL);
  });

  it('delay: both are waited for', async () => {
    await Promise.all([turn('kbo', 'delay'), turn('rma', 'delay')]);
    expect(await offered()).toEqual(ALL);
  });
});
