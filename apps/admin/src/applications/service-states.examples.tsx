import type { Language } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import { checklist } from './dossier/checklist.js';
import { DOSSIER_STATES } from './dossier/dossier.js';
import { serviceChangeKind, serviceInUse } from './dossier/service-change.js';
import { exampleDossier } from './example-dossier.js';
import { actionsFor } from './service-actions.js';
import { ServicePage } from './service.page.js';

const staff = exampleStaff('agency-manager');

/** A service in each of its states, and with what waits. */
export const serviceStatesExamples: readonly PageExample[] = [
  ...DOSSIER_STATES.map((state) => ({
    name: `service-${state}`,
    render: (language: Language) => {
      const dossier = exampleDossier(state);
      return (
        <ServicePage
          frame={frame(language)}
          staff={staff}
          dossier={dossier}
          lines={checklist({ dossier, contacts: {}, agreementSigned: true, covered: ['egovNRN'] })}
          selfTest={{ done: { 'signed-in': true, refused: false }, passed: false }}
          // What can be done after the end depends on the day.
          actions={state === 'ended' ? ['restore'] : actionsFor(dossier, { manages: true, stops: true })}
          manages
          maintains
          waiting={[]}
          testPeople="https://people.example/"
        />
      );
    },
  })),
  {
    name: 'service-change-waiting',
    render: (language) => {
      const dossier = exampleDossier('prod-active');
      return (
        <ServicePage
          frame={frame(language)}
          staff={staff}
          dossier={dossier}
          lines={checklist({ dossier, contacts: {}, agreementSigned: true, covered: ['egovNRN'] })}
          selfTest={{ done: { 'signed-in': true, refused: true }, passed: true }}
          actions={actionsFor(dossier, { manages: true, stops: true })}
          manages
          maintains
          waiting={[
            {
              id: '11111111-2222-3333-4444-666666666666',
              title: serviceChangeKind.title('', serviceInUse(dossier), language),
              reason: 'CSAM',
              requestedAt: new Date('2026-03-03T09:00:00Z'),
              expiresAt: new Date('2026-04-02T09:00:00Z'),
              own: false,
              lines: serviceChangeKind.lines(
                serviceInUse(dossier),
                serviceInUse({ ...dossier, details: { ...dossier.details, minimumLevel: 500 } }),
                language,
              ),
              withdrawable: true,
            },
          ]}
        />
      );
    },
  },
  {
    name: 'service-metadata-failing',
    render: (language) => {
      const dossier = exampleDossier('int-active');
      return (
        <ServicePage
          frame={frame(language)}
          staff={staff}
          dossier={dossier}
          lines={checklist({ dossier, contacts: {}, agreementSigned: true, covered: ['egovNRN'] })}
          selfTest={{ done: { 'signed-in': true, refused: false }, passed: false }}
          actions={actionsFor(dossier, { manages: true, stops: true })}
          manages
          maintains
          waiting={[]}
          standings={[
            {
              application: dossier.environments.INT?.application ?? '',
              refreshedAt: new Date('2026-03-03T09:00:00Z'),
              failures: 3,
              failure: 'expired',
            },
          ]}
        />
      );
    },
  },
  {
    name: 'service-at-the-desk',
    render: (language) => {
      const dossier = exampleDossier('prod-active');
      const suspension = { since: new Date('2026-03-04T09:00:00Z'), reason: 'CSAM' };
      return (
        <ServicePage
          frame={frame(language)}
          staff={exampleStaff('service-desk')}
          dossier={dossier}
          lines={checklist({ dossier, contacts: {}, agreementSigned: true, covered: ['egovNRN'] })}
          selfTest={{ done: { 'signed-in': true, refused: true }, passed: true }}
          actions={actionsFor(dossier, { manages: false, stops: true })}
          manages={false}
          maintains
          waiting={[]}
          agencySuspension={suspension}
        />
      );
    },
  },
];
