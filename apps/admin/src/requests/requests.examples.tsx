import type { FedId, Language } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { serviceChangeKind, serviceInUse } from '../applications/dossier/service-change.js';
import { certifiedMetadata, exampleCertificate, exampleDossier } from '../applications/example-dossier.js';
import type { ChangeRequest } from '../approvals/change-request.js';
import { pageOfRows, queryFor, selectRows } from '../frame/list/list.js';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import { requestList } from './request-list.js';
import { RequestPage } from './request.page.js';
import { RequestsPage } from './requests.page.js';

const staff = exampleStaff('service-desk-approver');
const at = new Date('2026-03-09T08:40:00Z');
const request: ChangeRequest = {
  id: 'one',
  kind: 'example',
  subject: 'one',
  aspects: ['level', 'addresses'],
  before: {},
  after: {},
  reason: 'CSAM 2.0',
  requestedBy: 'ab'.repeat(20) as FedId,
  requestedAt: at,
  expiresAt: at,
  state: 'open',
};
const decided: ChangeRequest = { ...request, state: 'approved', decisionReason: 'CSAM', decidedAt: at };
const lines = [
  { label: 'CSAM', before: '400', after: '300' },
  { label: 'FAS', after: 'https://service.example/return' },
];

const SERVICE = exampleDossier('prod-active');
const inUse = serviceInUse(SERVICE);
const BASES = new Map([
  ['old', 'RR 21/2015'],
  ['new', 'RR 34/2026'],
]);

/** A service that moves from OpenID Connect to SAML, leans on another authorisation and caps its SMS. */
const serviceLines = (language: Language) =>
  serviceChangeKind.lines(
    { ...inUse, details: { ...inUse.details, authorisation: 'old' } },
    {
      details: { ...inUse.details, authorisation: 'new', smsAccepted: true, smsPerMonth: 5_000 },
      settings: {
        ...inUse.settings,
        PROD: {
          protocol: 'saml',
          metadata: certifiedMetadata,
          metadataUrl: 'https://town.example/saml/metadata.xml',
          metadataSigner: exampleCertificate,
          redirectUris: [],
          postLogoutRedirectUris: [],
          tokenEndpointAuthMethod: 'none',
        },
      },
    },
    language,
    BASES,
  );

const listOf =
  (requests: readonly ChangeRequest[]): PageExample['render'] =>
  (language) => {
    const definition = requestList(language, () => ({ title: () => 'CSAM' }));
    const query = queryFor(definition, {});
    const page = pageOfRows(selectRows(definition, requests, query), query);
    return <RequestsPage frame={frame(language)} staff={staff} definition={definition} page={page} />;
  };

/** The queue of changes that take two people. */
export const requestsExamples: readonly PageExample[] = [
  { name: 'requests/list', render: listOf([request, decided]) },
  { name: 'requests/none', render: listOf([]) },
  {
    name: 'requests/to-decide',
    render: (language) => (
      <RequestPage
        frame={frame(language)}
        staff={staff}
        request={request}
        title="CSAM"
        lines={lines}
        decisions={['approve', 'refuse']}
        own={false}
        reasonProblem="reasonMissing"
      />
    ),
  },
  {
    name: 'requests/service',
    render: (language) => (
      <RequestPage
        frame={frame(language)}
        staff={staff}
        request={{ ...request, aspects: ['attributes', 'addresses'] }}
        title={serviceChangeKind.title('', inUse, language)}
        lines={serviceLines(language)}
        decisions={['approve', 'refuse']}
        own={false}
      />
    ),
  },
  {
    name: 'requests/own',
    render: (language) => (
      <RequestPage
        frame={frame(language)}
        staff={staff}
        request={request}
        title="CSAM"
        lines={lines}
        decisions={['withdraw']}
        own
        problem="own-request"
      />
    ),
  },
  {
    name: 'requests/approved',
    render: (language) => (
      <RequestPage
        frame={frame(language)}
        staff={staff}
        request={decided}
        title="CSAM"
        lines={lines}
        decisions={['undo']}
        own={false}
        done
      />
    ),
  },
];
