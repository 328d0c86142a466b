import { exampleReleases, type Delivery, type Release } from '#libs/operations';
import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../../frame/form/typed.js';
import { adminExampleFrame, exampleStaff } from '../../gallery/example-frame.js';
import type { ReleaseMessage } from './planning.js';
import { ReleasePlanPage } from './release-plan.page.js';
import { pageAsked } from '../../frame/list/list.js';
import { releaseList } from './release-list.js';
import { ReleasePage, ReleasesPage } from './releases.pages.js';

const staff = exampleStaff('operations');

const deliveries: readonly Delivery[] = [
  { kind: 'planned', at: new Date('2026-03-02T10:55:00Z'), recipients: 120, sent: 120, failed: 0 },
];

const inState = (state: Release['state']): Release[] =>
  exampleReleases.filter((release) => release.state === state);

export const releaseExamples: readonly PageExample[] = [
  {
    name: 'operations-releases',
    render: (language) => (
      <ReleasesPage
        frame={adminExampleFrame(language)}
        staff={staff}
        page={pageAsked(releaseList(language), exampleReleases, {})}
      />
    ),
  },
  {
    name: 'operations-release-plan',
    render: (language) => (
      <ReleasePlanPage
        frame={adminExampleFrame(language)}
        staff={staff}
        typed={Typed.of({ version: '2,4', kind: 'major', capacity: '120' })}
        problems={
          new Problems<ReleaseMessage>({
            version: 'versionProblem',
            date: 'dateProblem',
            capacity: 'capacityProblem',
            'notes-nl': 'notesProblem',
          })
        }
      />
    ),
  },
  ...inState('planned').map((release) => ({
    name: 'operations-release-planned',
    render: (language: Parameters<PageExample['render']>[0]) => (
      <ReleasePage frame={adminExampleFrame(language)} {...{ staff, release, deliveries }} />
    ),
  })),
  ...inState('released').map((release) => ({
    name: 'operations-release-out',
    render: (language: Parameters<PageExample['render']>[0]) => (
      <ReleasePage frame={adminExampleFrame(language)} {...{ staff, release, deliveries }} refused />
    ),
  })),
];
