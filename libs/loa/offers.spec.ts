import { expect, it } from 'vitest';
import { KEY_KINDS, defaultLoaPolicy as policy, levelClass, offersFor, type OfferInput } from './index.js';
import { requirementFor } from './requirement.fixtures.js';

const shown = (input: Partial<OfferInput>) =>
  Object.fromEntries(
    offersFor({
      policy,
      requirement: requirementFor({ classReferences: [levelClass(400)] }),
      application: { keys: KEY_KINDS },
      ...input,
    }).map((offer) => [offer.key, offer.available ? offer.level : offer.reason]),
  );

it('every key is shown in the order of the screen, the weaker ones with the reason', () => {
  const offers = shown({});
  expect(Object.keys(offers)).toEqual(KEY_KINDS);
  expect(offers).toEqual({
    eid: 500,
    itsme: 450,
    eidas: 500,
    passkey: 400,
    totp: 400,
    sms: 400,
    certificate: 'too-weak',
    token: 'too-weak',
    email: 'too-weak',
    password: 'too-weak',
    selfreg: 'too-weak',
  });
});

it('a key that the service, the context or the moment does not allow says so', () => {
  const enterprise = requirementFor({
    classReferences: [levelClass(400, 'enterprise')],
    applicationContexts: ['enterprise'],
  });
  const application = {
    keys: ['eid', 'itsme', 'totp'] as const,
    keysByContext: { enterprise: ['eid', 'totp'] as const },
  };
  expect(shown({ requirement: enterprise, application, outOfService: ['totp', 'sms'] })).toMatchObject({
    eid: 500,
    itsme: 'not-in-this-context',
    totp: 'out-of-service',
    sms: 'not-for-this-service',
    token: 'too-weak',
  });
});

it('an exact class makes stronger keys too strong, and a foreign means fits at the level asked', () => {
  const requirement = requirementFor({ comparison: 'exact', classReferences: [levelClass(400)] });
  expect(shown({ requirement })).toMatchObject({
    eid: 'too-strong',
    itsme: 'too-strong',
    eidas: 400,
    totp: 400,
    token: 'too-weak',
  });
});

it('a request for one key leaves another of the same strength out', () => {
  const requirement = requirementFor({
    comparison: 'exact',
    classReferences: ['urn:be:fedict:iam:fas:citizen:eid'],
    legacyMethodClasses: true,
  });
  expect(shown({ requirement })).toMatchObject({
    eid: 500,
    eidas: 'not-for-this-service',
    itsme: 'too-weak',
  });
});

it('the self-registered profile is for citizens only', () => {
  const keys = { requirement: requirementFor({ applicationMinimum: 100 }) };
  expect(shown(keys)).toMatchObject({ selfreg: 100, password: 200 });
  const enterprise = requirementFor({ applicationContexts: ['enterprise'] });
  expect(shown({ requirement: enterprise })).toMatchObject({ selfreg: 'too-weak', password: 200 });
});

it('WA-17 whoever has no finger or face to show finds another key as strong', () => {
  const bodily: readonly string[] = KEY_KINDS.filter(
    (key) => key === 'itsme' || policy.keys[key].factors.includes('inherence'),
  );
  expect(bodily).toEqual(['itsme', 'passkey']);
  for (const level of [100, 200, 300, 350, 400, 450, 500] as const) {
    const requirement = requirementFor({ classReferences: [levelClass(level)] });
    const offers = offersFor({ policy, requirement, application: { keys: KEY_KINDS } });
    const others = offers.filter(({ key, available }) => available && !bodily.includes(key));
    expect([level, others.length > 0]).toEqual([level, true]);
  }
});
