import type { Language } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import { ChangeRequestedPage } from './change-requested.page.js';
import { ContactsPage } from './contacts/contacts.page.js';
import { fieldsOfDetails, type DossierMessage } from './dossier/dossier-form.js';
import { fieldsOfSettings, type SettingsMessage } from './dossier/settings-form.js';
import { EditServicePage } from './edit-service.page.js';
import { exampleMetadata, exampleDossier } from './example-dossier.js';
import { RefusedStepPage, type RefusedStepProps } from './refused-step.page.js';
import { SecretPage } from './secret.page.js';
import { serviceStatesExamples } from './service-states.examples.js';
import { ServiceSettingsPage } from './service-settings.page.js';

const staff = exampleStaff('agency-manager');
const draft = exampleDossier('draft');
const basis = {
  id: 'b',
  kind: 'RR_21_2015',
  reference: 'RR 21/2015',
  attributes: ['egovNRN'],
  validFrom: '2026-01-01',
} as const;

const refused = (outcome: RefusedStepProps['outcome']) => (language: Language) => (
  <RefusedStepPage frame={frame(language)} staff={staff} id={draft.id} outcome={outcome} />
);

/** Online services on their way into use. */
export const applicationsExamples: readonly PageExample[] = [
  ...serviceStatesExamples,
  {
    name: 'service-edit',
    render: (language) => (
      <EditServicePage
        frame={frame(language)}
        staff={staff}
        id={draft.id}
        asksReason
        bases={[basis]}
        typed={Typed.of(fieldsOfDetails(draft.details))}
        problems={new Problems()}
      />
    ),
  },
  {
    name: 'service-edit-problems',
    render: (language) => (
      <EditServicePage
        frame={frame(language)}
        staff={staff}
        id={draft.id}
        asksReason={false}
        bases={[]}
        typed={Typed.of({ signInsPerYear: 'many' })}
        problems={
          new Problems<DossierMessage>({
            'name-nl': 'long',
            minimumLevel: 'level',
            keys: 'keyWeak',
            authorisation: 'uuid',
            signInsPerYear: 'count',
          })
        }
      />
    ),
  },
  {
    name: 'service-settings',
    render: (language) => (
      <ServiceSettingsPage
        frame={frame(language)}
        staff={staff}
        id={draft.id}
        asksReason={false}
        environment="INT"
        typed={Typed.of(fieldsOfSettings(draft.environments.INT?.settings))}
        problems={new Problems()}
      />
    ),
  },
  {
    name: 'service-settings-saml',
    render: (language) => (
      <ServiceSettingsPage
        frame={frame(language)}
        staff={staff}
        id={draft.id}
        asksReason={false}
        environment="INT"
        typed={Typed.of({
          protocol: 'saml',
          metadata: exampleMetadata,
          metadataUrl: 'https://town.example/saml',
          metadataSigner: '-----BEGIN CERTIFICATE-----',
        })}
        problems={new Problems()}
      />
    ),
  },
  {
    name: 'service-settings-problems',
    render: (language) => (
      <ServiceSettingsPage
        frame={frame(language)}
        staff={staff}
        id={draft.id}
        asksReason
        environment="PROD"
        typed={Typed.of({ protocol: 'oidc', redirectUris: 'nowhere' })}
        problems={
          new Problems<SettingsMessage>({
            redirectUris: 'address',
            postLogoutRedirectUris: 'many',
            backchannelLogoutUri: 'plain',
            tokenEndpointAuthMethod: 'missing',
            metadata: 'metadata',
            metadataUrl: 'notADocument',
            metadataSigner: 'signer',
          })
        }
      />
    ),
  },
  ...[false, true].map((wrong) => ({
    name: wrong ? 'service-contacts-problems' : 'service-contacts',
    render: (language: Language) => (
      <ContactsPage
        frame={frame(language)}
        staff={staff}
        id={draft.id}
        typed={Typed.of({ outage: wrong ? 'nobody' : 'outage@agency.example' })}
        problems={new Problems<'mail'>({ outage: wrong ? 'mail' : undefined })}
        returned={new Map(wrong ? [] : [['outage', new Date('2026-03-02T12:00:00Z')]])}
      />
    ),
  })),
  {
    name: 'service-secret',
    render: (language) => (
      <SecretPage
        frame={frame(language)}
        staff={staff}
        id={draft.id}
        secret="AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE"
      />
    ),
  },
  {
    name: 'service-step-missing',
    render: refused({ kind: 'missing', items: ['contacts', 'int-settings'] }),
  },
  { name: 'service-step-cannot', render: refused({ kind: 'cannot', problem: 'CSAM' }) },
  {
    name: 'service-change-requested',
    render: (language) => <ChangeRequestedPage frame={frame(language)} staff={staff} id={draft.id} />,
  },
  { name: 'service-step-waiting', render: refused({ kind: 'waiting' }) },
  { name: 'service-step-not-now', render: refused({ kind: 'not-now' }) },
];
