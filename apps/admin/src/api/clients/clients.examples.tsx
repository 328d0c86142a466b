import { apiClientIdFrom, type EnterpriseNumber, type FedId } from '#libs/kernel';
import type { ApiClient } from '#libs/agencies';
import type { PageExample } from '#libs/ui';
import { Problems } from '../../frame/form/typed.js';
import { adminExampleFrame as frame, exampleStaff } from '../../gallery/example-frame.js';
import type { ClientMessage } from './client-form.js';
import { pageAsked } from '../../frame/list/list.js';
import { clientList } from './client-list.js';
import { ClientsPage, type ClientsProps } from './clients.page.js';
import { MadeClientPage } from './made-client.page.js';

const staff = exampleStaff('agency-manager');
const agency = '0671516647' as EnterpriseNumber;
const id = apiClientIdFrom('0b9d2a52-7c11-4f0e-9c3a-1d6a0d1f2e3b');
const now = new Date('2026-03-09T08:40:00Z');

const client: ApiClient = {
  id,
  agency,
  name: 'Portal (0999.900.249)',
  rights: ['read', 'write'],
  proof: { kind: 'secret', hash: '' },
  createdBy: 'ab'.repeat(20) as FedId,
  createdAt: new Date('2026-03-01T08:00:00Z'),
  endsAt: new Date('2027-03-01T23:00:00Z'),
  usedAt: new Date('2026-03-08T08:00:00Z'),
};
const { usedAt: _used, ...unused } = client;
const clients: readonly ApiClient[] = [
  client,
  { ...unused, rights: ['read', 'audit'], name: 'Dashboard', endsAt: new Date('2026-03-01T23:00:00Z') },
  { ...client, name: 'Portal', withdrawnAt: new Date('2026-03-02T08:00:00Z') },
];

const page = (
  name: string,
  props: Partial<ClientsProps>,
  shown: readonly ApiClient[] = clients,
): PageExample => ({
  name,
  render: (language) => {
    const { agencyState = 'active' } = props;
    const manages = (props.staff ?? staff).rights.has('agency.manage');
    const definition = clientList({ language, agency, agencyState, manages, now });
    return (
      <ClientsPage
        frame={frame(language)}
        {...{ staff, agency, now, agencyState }}
        page={pageAsked(definition, shown, {})}
        {...props}
      />
    );
  },
});

export const apiClientsExamples: readonly PageExample[] = [
  page('api-clients', {}),
  page('api-clients-none', {}, []),
  page('api-clients-read-only', { staff: exampleStaff('auditor'), agencyState: 'suspended' }),
  page(
    'api-clients-problems',
    {
      problems: new Problems<ClientMessage>({
        name: 'nameWrong',
        right: 'rightMissing',
        proof: 'proofMissing',
        jwk: 'keyPrivate',
        endsOn: 'endFar',
        reason: 'reasonWrong',
      }),
    },
    [],
  ),
  {
    name: 'api-client-secret',
    render: (language) => (
      <MadeClientPage
        frame={frame(language)}
        {...{ staff, agency }}
        made={{ id, secret: 'Zm9yIHRoZSBnYWxsZXJ5IG9ubHksIG5vdCBhIHNlY3JldA' }}
      />
    ),
  },
  {
    name: 'api-client-key',
    render: (language) => <MadeClientPage frame={frame(language)} {...{ staff, agency }} made={{ id }} />,
  },
];
