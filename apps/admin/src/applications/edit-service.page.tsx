import { attributeLabel, ATTRIBUTES } from '#libs/attributes';
import type { Authorisation } from '#libs/agencies';
import { CONTEXTS } from '#libs/loa';
import {
  Button,
  Buttons,
  CheckboxGroup,
  ErrorSummary,
  Form,
  keyName,
  LinkButton,
  SelectField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { NameFields } from '../frame/form/name-fields.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import { ASKED_LEVELS, OFFERED_KEYS, type DossierMessage } from './dossier/dossier-form.js';
import { Justifications } from './justifications.js';
import { Part, PARTS } from './edit-parts.js';
import { ReasonField } from './reason-field.js';
import { VolumeFields } from './volume-fields.js';
import { servicesTexts } from './services.texts.js';

export interface EditServiceProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly id: string;
  /** The service is in use: why it is changed is asked. */
  readonly asksReason: boolean;
  readonly bases: readonly Authorisation[];
  readonly typed: Typed;
  readonly problems: Problems<DossierMessage>;
}

/** Everything about the service that is the same in every environment. */
export function EditServicePage(props: EditServiceProps) {
  const { frame, staff, id, problems } = props;
  const t = servicesTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('editTitle')} problem={problems.any}>
      <h1>{t('editTitle')}</h1>
      <ErrorSummary language={frame.language} problems={problems.all((message) => t(message))} />
      <p class="lead">{t('editLead')}</p>
      <nav aria-label={t('parts')}>
        <ol class="bullets">
          {PARTS.map((part) => (
            <li key={part}>
              <a href={`#part-${part}`}>{t(`part-${part}`)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <Form frame={frame} action={`/services/${id}/edit`}>
        <Part {...props} id="names">
          <Names {...props} />
        </Part>
        <Part {...props} id="strength">
          <Strength {...props} />
        </Part>
        <Part {...props} id="data">
          <Data {...props} />
        </Part>
        <Part {...props} id="volume">
          <VolumeFields {...props} />
        </Part>
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
    </AdminPage>
  );
}

function Names({ frame: { language }, typed, problems }: EditServiceProps) {
  const t = servicesTexts.in(language);
  const error = (field: string) => {
    const problem = problems.at(field);
    return problem && t(problem);
  };
  return <NameFields language={language} typed={typed} error={error} optional />;
}

function Strength({ frame: { language }, typed, problems }: EditServiceProps) {
  const t = servicesTexts.in(language);
  const [level, keys] = [problems.at('minimumLevel'), problems.at('keys')];
  return (
    <>
      <SelectField
        language={language}
        name="minimumLevel"
        label={t('minimumLevel')}
        value={typed.text('minimumLevel')}
        error={level && t(level)}
        options={[
          { value: '', label: t('choose') },
          ...ASKED_LEVELS.map((value) => ({ value, label: value })),
        ]}
        optional
      />
      <CheckboxGroup
        language={language}
        name="keys"
        label={t('keys')}
        error={keys && t(keys)}
        values={typed.chosen('keys', OFFERED_KEYS)}
        options={OFFERED_KEYS.map((key) => ({ value: key, label: keyName(key, language) }))}
      />
      <CheckboxGroup
        language={language}
        name="contexts"
        label={t('contexts')}
        values={typed.chosen('contexts', CONTEXTS)}
        options={CONTEXTS.map((context) => ({ value: context, label: t(context) }))}
      />
    </>
  );
}

function Data({ frame: { language }, bases, typed, problems }: EditServiceProps) {
  const t = servicesTexts.in(language);
  const problem = problems.at('authorisation');
  return (
    <>
      <SelectField
        language={language}
        name="authorisation"
        label={t('authorisation')}
        value={typed.text('authorisation')}
        error={problem && t(problem)}
        options={[
          { value: '', label: t('noAuthorisation') },
          ...bases.map(({ id, reference }) => ({ value: id, label: reference })),
        ]}
        optional
      />
      <CheckboxGroup
        language={language}
        name="attributes"
        label={t('attributes')}
        values={typed.chosen(
          'attributes',
          ATTRIBUTES.map(({ name }) => name),
        )}
        options={ATTRIBUTES.map(({ name }) => ({ value: name, label: attributeLabel(name, language) }))}
      />
      <Justifications {...{ language, typed, problems }} />
    </>
  );
}
