import { beforeAll, describe, expect, it } from 'vitest';
import { answerAlways, proveAt } from '../support/identity-service.js';
import { claimsOf, OidcRelyingParty } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { goOn } from '../support/sign-in.js';

let phone: string;
let party: OidcRelyingParty;
beforeAll(async () => {
  const gisele = await person('gisele-gaufre');
  phone = gisele.itsme?.phone ?? '';
  await answerAlways(phone, 'confirm');
  party = await OidcRelyingParty.of('hub');
});

describe('a recognised identity service', () => {
  it.each([
    ['itsme', '450', 'bmid'],
    ['service-vouch', '400', 'vouch'],
  ] as const)(
    'KY-2 %s signs a person in at the level for which it is recognised',
    async (key, level, amr) => {
      const walker = new PageWalker();
      const login = await party.begin();
      const page = await proveAt(walker, await walker.open(login.url), phone, key);
      const claims = claimsOf(await party.finish(login, await goOn(walker, page)));
      expect(claims.acr).toBe(`urn:be:fedict:iam:fas:Level${level}`);
      expect(claims.amr).toEqual([amr, `urn:be:fedict:iam:fas:Level${level}`]);
    },
  );
});
