import { expect, it } from 'vitest';
import { SuspendedService } from '../../relying-parties/relying-parties.errors.js';
import { definitionOf } from './error-definitions.js';
import { UnknownClient } from './oidc.errors.js';

const refused = Object.assign(new Error('client is invalid'), { name: 'InvalidClient' });

it('tells a person that a service is stopped, and that one is not known, in different words', () => {
  expect(definitionOf(refused, { state: 'suspended' })).toBe(SuspendedService);
  expect(definitionOf(refused, { state: 'ended' })).toBe(UnknownClient);
  expect(definitionOf(refused)).toBe(UnknownClient);
});
