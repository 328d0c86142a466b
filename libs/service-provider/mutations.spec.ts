import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { begunSignIn } from './test-support/begun-sign-in.js';
import { answer } from './test-support/identity-provider.js';

const RUNS = 500;

const fragment = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom(
    '<',
    '>',
    '"',
    '&',
    '/',
    '<!--',
    ']]>',
    '<?x?>',
    '\u0000',
    'xmlns:',
    'ID="_x"',
    '</saml:Assertion>',
  ),
);

it('an answer changed anywhere is refused, or still says the same (SX-33)', async () => {
  const { accept, requestId, state, relayState } = await begunSignIn();
  const waiting = state.waiting.get(relayState);
  if (!waiting) throw new Error('no request');
  const genuine = await answer({ requestId });
  const again = () => {
    state.waiting.set(relayState, waiting);
    state.used.clear();
  };
  const control = await accept(genuine);
  if (control.kind !== 'accepted') throw new Error('the control was refused');
  const change = fc.record({ at: fc.nat(genuine.length), length: fc.nat(12), instead: fragment });
  await fc.assert(
    fc.asyncProperty(change, async ({ at, length, instead }) => {
      again();
      const outcome = await accept(genuine.slice(0, at) + instead + genuine.slice(at + length));
      if (outcome.kind === 'accepted') expect(outcome.identity).toEqual(control.identity);
      else expect(outcome.kind).toBe('refused');
    }),
    { numRuns: RUNS },
  );
}, 120_000);
