import { DataTable } from '#libs/ui';
import { fullName, type Persona } from '#libs/testing';
import { SandboxPage } from '../shell/sandbox-page.js';

/** Who holds which function or role, and the open data to import. */
export function EnterpriseRegisterPage({ people }: { readonly people: readonly Persona[] }) {
  const rows = people.flatMap((person) => [
    ...person.enterprises.map((held) => [fullName(person), held.name, held.number, held.function, 'KBO']),
    ...person.enterpriseRoles.map((held) => [
      fullName(person),
      held.enterprise,
      held.establishment ?? held.number,
      held.name,
      'RMA',
    ]),
  ]);
  return (
    <SandboxPage title="Enterprises">
      <h1>Enterprises</h1>
      <p class="lead">
        Answers who holds which function (<code>/service-bus/enterprise-functions/v1/search</code>) and which
        role (<code>/service-bus/role-administration/v1/search</code>) to clients of the service bus.
      </p>
      <DataTable
        caption="Functions and roles"
        columns={[
          { heading: 'Who' },
          { heading: 'Enterprise' },
          { heading: 'Number' },
          { heading: 'Function or role' },
          { heading: 'Source' },
        ]}
        rows={rows}
      />
      <p>
        Open data of the KBO, for <code>npm run csam -- kbo import</code>:{' '}
        <a href="/enterprise-register/KboOpenData_0001_2026_06_Full.zip">KboOpenData_0001_2026_06_Full.zip</a>
      </p>
    </SandboxPage>
  );
}
