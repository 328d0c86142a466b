import type { ApplicationEnvironment } from '#libs/agencies';
import { Button, HiddenFields, type PageFrame } from '#libs/ui';
import { servicesTexts } from './services.texts.js';

export interface MetadataUploadProps {
  readonly frame: PageFrame;
  readonly id: string;
  readonly environment: ApplicationEnvironment;
}

/** A file with SAML metadata: its text comes into the form above it, to be looked at before it is saved. */
export function MetadataUpload({ frame, id, environment }: MetadataUploadProps) {
  const t = servicesTexts.in(frame.language);
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
          {t('metadataFile')}
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
