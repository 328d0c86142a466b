import type { DigitalKey } from '#libs/digital-keys';
import { Button, Buttons, Form, LinkButton, Page, TextField, type PageFrame } from '#libs/ui';
import { keysTexts } from './keys.texts.js';

export interface RenameKeyProps {
  readonly frame: PageFrame;
  readonly own: DigitalKey;
}

export function RenameKeyPage({ frame, own }: RenameKeyProps) {
  const { language } = frame;
  const t = keysTexts.in(language);
  return (
    <Page frame={frame} title={t('renameTitle')}>
      <h1>{t('renameTitle')}</h1>
      <Form frame={frame} action={`/keys/${own.id}/rename`}>
        <TextField
          language={language}
          name="label"
          label={t('label')}
          hint={t('labelHint')}
          value={own.label}
          autocomplete="off"
        />
        <Buttons>
          <Button>{t('save')}</Button>
          <LinkButton href={`/keys/${own.id}`} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}
