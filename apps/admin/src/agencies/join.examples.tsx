import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import type { AgencyMessage } from './agency-form.js';
import { JoinPage } from './join.page.js';
import { NumberPage } from './number.page.js';
import { SentPage } from './sent.page.js';

const staff = exampleStaff('agency-manager');
const filled = Typed.of({
  number: '0671.516.647',
  'name-nl': 'Dienst Voorbeeld',
  audience: 'local',
});

/** How agencies join. */
export const joinExamples: readonly PageExample[] = [
  {
    name: 'join-number',
    render: (language) => <NumberPage frame={frame(language)} staff={staff} number="" />,
  },
  ...(['missing', 'number', 'known', 'kboUnknown', 'kboStopped'] as const).map((problem) => ({
    name: `join-number-${problem}`,
    render: (language: Parameters<typeof frame>[0]) => (
      <NumberPage frame={frame(language)} staff={staff} number="0671.516.647" problem={problem} />
    ),
  })),
  {
    name: 'join',
    render: (language) => (
      <JoinPage frame={frame(language)} staff={staff} typed={filled} problems={new Problems()} />
    ),
  },
  {
    name: 'join-problems',
    render: (language) => (
      <JoinPage
        frame={frame(language)}
        staff={staff}
        typed={filled}
        problems={
          new Problems<AgencyMessage>({
            'name-fr': 'missing',
            audience: 'audienceMissing',
            task: 'long',
            eligible: 'notEligible',
          })
        }
      />
    ),
  },
  ...[true, false].map((waiting) => ({
    name: waiting ? 'join-waiting' : 'join-sent',
    render: (language: Parameters<typeof frame>[0]) => (
      <SentPage frame={frame(language)} staff={staff} back="/account" waiting={waiting} />
    ),
  })),
];
