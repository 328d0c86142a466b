import type { ApplicationEnvironment } from '#libs/agencies';
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  HiddenFields,
  LinkButton,
  RadioGroup,
  SelectField,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import { AUTH_METHODS, type SettingsMessage } from './dossier/settings-form.js';
import { isOfMetadata } from './metadata/judge-metadata.js';
import { MetadataSources } from './metadata/metadata-sources.js';
import { metadataProblemTexts, metadataTexts } from './metadata/metadata.texts.js';
import { understoodIn } from './metadata/metadata-words.js';
import { UnderstoodMetadata } from './metadata/understood-metadata.js';
import { ReasonField } from './reason-field.js';
import { servicesTexts } from './services.texts.js';

export interface ServiceSettingsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly id: string;
  /** The service is in use: why it is changed is asked. */
  readonly asksReason: boolean;
  readonly environment: ApplicationEnvironment;
  readonly typed: Typed;
  readonly problems: Problems<SettingsMessage>;
}

/** How the service is reached in one environment. */
export function ServiceSettingsPage(props: ServiceSettingsProps) {
  const { frame, staff, id, environment, typed, problems } = props;
  const { language } = frame;
  const t = servicesTexts.in(language);
  const title = t('settingsTitle', { environment });
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={title} problem={problems.any}>
      <h1>{title}</h1>
      <ErrorSummary language={language} problems={problems.all(say(props))} />
      <Form frame={frame} action={`/services/${id}/settings/${environment}`}>
        <RadioGroup
          language={language}
          name="protocol"
          label={t('protocol')}
          value={typed.text('protocol')}
          error={messageAt(props, 'protocol')}
          options={[
            { value: 'oidc', label: 'OpenID Connect' },
            { value: 'saml', label: 'SAML 2.0' },
          ]}
        />
        <h2>{t('oidcPart')}</h2>
        <Addresses {...props} name="redirectUris" />
        <Addresses {...props} name="postLogoutRedirectUris" />
        <Address {...props} name="backchannelLogoutUri" />
        <SelectField
          language={language}
          name="tokenEndpointAuthMethod"
          label={t('tokenEndpointAuthMethod')}
          value={typed.text('tokenEndpointAuthMethod')}
          error={messageAt(props, 'tokenEndpointAuthMethod')}
          options={AUTH_METHODS.map((value) => ({ value, label: t(value === 'none' ? 'public' : value) }))}
          optional
        />
        <Address {...props} name="jwksUri" />
        <h2>{t('samlPart')}</h2>
        <Metadata {...props} />
        {props.asksReason && (
          <ReasonField
            language={frame.language}
            value={props.typed.text('reason')}
            wrong={problems.at('reason') !== undefined}
          />
        )}
        <Buttons>
          <Button>{t('save')}</Button>
          <LinkButton href={`/services/${id}`} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
      <MetadataSources {...{ frame, id, environment, typed, problems }} say={say(props)} />
    </AdminPage>
  );
}

const say =
  ({ frame }: ServiceSettingsProps) =>
  (message: SettingsMessage): string =>
    isOfMetadata(message)
      ? metadataProblemTexts.in(frame.language)(message)
      : servicesTexts.in(frame.language)(message);

function messageAt(props: ServiceSettingsProps, field: string): string | undefined {
  const problem = props.problems.at(field);
  return problem && say(props)(problem);
}

/** Pasted, or as it was fetched; and what it says, before and after it is saved. */
function Metadata(props: ServiceSettingsProps) {
  const { frame, typed, problems } = props;
  const { language } = frame;
  const [url, signer] = [typed.text('metadataUrl'), typed.text('metadataSigner')];
  const document = typed.text('metadata');
  const understood = problems.any ? undefined : understoodIn(document);
  const followed = url !== '';
  return (
    <>
      {understood && <UnderstoodMetadata {...{ language, followed }} metadata={understood} />}
      {followed && document !== '' ? (
        <>
          <p>{metadataTexts.in(language)('fromAddress', { url })}</p>
          <HiddenFields fields={{ metadata: document, metadataUrl: url, metadataSigner: signer }} />
        </>
      ) : (
        <Addresses {...props} name="metadata" />
      )}
    </>
  );
}

type Lines = 'redirectUris' | 'postLogoutRedirectUris' | 'metadata';

function Addresses(props: ServiceSettingsProps & { readonly name: Lines }) {
  const { frame, typed, name } = props;
  return (
    <TextAreaField
      language={frame.language}
      name={name}
      label={servicesTexts.in(frame.language)(name)}
      rows={name === 'metadata' ? 8 : 3}
      value={typed.text(name)}
      error={messageAt(props, name)}
      optional
    />
  );
}

function Address(props: ServiceSettingsProps & { readonly name: 'backchannelLogoutUri' | 'jwksUri' }) {
  const { frame, typed, name } = props;
  return (
    <TextField
      language={frame.language}
      name={name}
      type="url"
      label={servicesTexts.in(frame.language)(name)}
      value={typed.text(name)}
      error={messageAt(props, name)}
      optional
    />
  );
}
