import type { ApplicationEnvironment } from '#libs/agencies';
import { Button, Form, HiddenFields, TextAreaField, TextField, type PageFrame } from '#libs/ui';
import type { Problems, Typed } from '../../frame/form/typed.js';
import type { SettingsMessage } from '../dossier/settings-form.js';
import { metadataTexts } from './metadata.texts.js';

export interface MetadataSourcesProps {
  readonly frame: PageFrame;
  readonly id: string;
  readonly environment: ApplicationEnvironment;
  readonly typed: Typed;
  readonly problems: Problems<SettingsMessage>;
  readonly say: (message: SettingsMessage) => string;
}

/** Other ways for SAML metadata into the form above: from its address, which is then followed, or from a file. */
export function MetadataSources(props: MetadataSourcesProps) {
  const t = metadataTexts.in(props.frame.language);
  return (
    <section class="flow" aria-labelledby="metadata-sources">
      <h2 id="metadata-sources">{t('sources')}</h2>
      <FromAddress {...props} />
      <FromFile {...props} />
    </section>
  );
}

function FromAddress({ frame, id, environment, typed, problems, say }: MetadataSourcesProps) {
  const { language } = frame;
  const t = metadataTexts.in(language);
  const errorAt = (field: string) => {
    const problem = problems.at(field);
    return problem && say(problem);
  };
  return (
    <Form frame={frame} action={`/services/${id}/metadata-address/${environment}`}>
      <TextField
        language={language}
        name="metadataUrl"
        type="url"
        label={t('url')}
        hint={t('urlHint')}
        value={typed.text('metadataUrl')}
        error={errorAt('metadataUrl')}
      />
      <TextAreaField
        language={language}
        name="metadataSigner"
        label={t('signer')}
        hint={t('signerHint')}
        rows={4}
        value={typed.text('metadataSigner')}
        error={errorAt('metadataSigner')}
      />
      <Button look="secondary">{t('fetch')}</Button>
    </Form>
  );
}

function FromFile({ frame, id, environment }: MetadataSourcesProps) {
  const t = metadataTexts.in(frame.language);
  return (
    <form
      class="form"
      method="post"
      action={`/services/${id}/metadata/${environment}`}
      encType="multipart/form-data"
    >
      <HiddenFields frame={frame} />
      <div class="field">
        <label class="field-label" for="metadataFile">
          {t('file')}
        </label>
        <input
          class="input"
          type="file"
          id="metadataFile"
          name="metadataFile"
          accept=".xml,application/xml,text/xml"
        />
      </div>
      <Button look="secondary">{t('readFile')}</Button>
    </form>
  );
}
