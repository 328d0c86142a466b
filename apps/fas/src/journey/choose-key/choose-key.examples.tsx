import { defaultLoaPolicy, rankedKeys } from '#libs/loa';
import type { KeyOffer, Level } from '#libs/loa';
import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { EXAMPLE_JOURNEY } from '../../gallery/example-journey.js';
import { ChooseKeyPage } from './choose-key.page.js';
import type { ChooseKeyProps } from './choose-key.page.js';

const offersAt = (required: Level): KeyOffer[] =>
  rankedKeys(defaultLoaPolicy).map(({ key, levels: [level] }) =>
    level >= required
      ? { key, level, available: true }
      : { key, level, available: false, reason: 'too-weak' },
  );

function example(name: string, required: Level, more: Partial<ChooseKeyProps> = {}): PageExample {
  return {
    name: `choose-key/${name}`,
    render: (language) => (
      <ChooseKeyPage
        frame={exampleFrame(language)}
        service={exampleService(language)}
        journeyAddress={EXAMPLE_JOURNEY}
        context="citizen"
        offers={offersAt(required)}
        required={required}
        activateKeyHref="/sma/"
        {...more}
      />
    ),
  };
}

/** In its last two minutes. */
const closing = (): PageExample => ({
  name: 'choose-key/closing-soon',
  render: (language) => (
    <ChooseKeyPage
      frame={{ ...exampleFrame(language), limit: { seconds: 100, action: `${EXAMPLE_JOURNEY}/longer` } }}
      service={exampleService(language)}
      journeyAddress={EXAMPLE_JOURNEY}
      context="citizen"
      offers={offersAt(400)}
      required={400}
      activateKeyHref="/sma/"
    />
  ),
});

const everyReason: KeyOffer[] = [
  { key: 'eid', level: 500, available: true },
  { key: 'itsme', level: 450, available: false, reason: 'out-of-service' },
  { key: 'passkey', level: 400, available: true },
  { key: 'totp', level: 400, available: true },
  { key: 'sms', level: 400, available: false, reason: 'not-for-this-service' },
  { key: 'password', level: 200, available: false, reason: 'too-weak' },
  { key: 'selfreg', level: 100, available: false, reason: 'not-in-this-context' },
];

export const chooseKeyExamples: readonly PageExample[] = [
  example('substantial', 400),
  example('high', 450),
  example('used-before', 400, { lastKey: 'totp' }),
  example('low', 200),
  example('basic', 100),
  example('step-up', 400, { signedInWith: { key: 'password' } }),
  example('enterprise-every-reason', 350, { context: 'enterprise', offers: everyReason }),
  closing(),
  example('key-refused', 400, { failed: { key: 'itsme', why: 'refused' } }),
];
