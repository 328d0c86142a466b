import {
  Button,
  Buttons,
  CheckboxField,
  Form,
  RadioGroup,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import type { Problems, Typed } from '../../frame/form/typed.js';
import { PROOFS, type ClientMessage } from './client-form.js';
import { clientTexts } from './client.texts.js';

export interface NewClientProps {
  readonly frame: PageFrame;
  readonly agency: string;
  readonly typed: Typed;
  readonly problems: Problems<ClientMessage>;
}

/** What a manager says of the API client to make. */
export function NewClient({ frame, agency, typed, problems }: NewClientProps) {
  const { language } = frame;
  const t = clientTexts.in(language);
  const field = (name: string) => {
    const problem = problems.at(name);
    return { language, name, value: typed.text(name), error: problem && t(problem) };
  };
  return (
    <section class="flow">
      <h2>{t('add')}</h2>
      <Form frame={frame} action={`/agencies/${agency}/api-clients`}>
        <TextField {...field('name')} label={t('name')} hint={t('nameHint')} autocomplete="off" />
        <RadioGroup
          {...field('right')}
          label={t('right')}
          options={[
            { value: 'read', label: t('read'), about: t('aboutRead') },
            { value: 'write', label: t('write'), about: t('aboutWrite') },
          ]}
        />
        <CheckboxField
          language={language}
          name="audit"
          label={t('audit')}
          checked={typed.ticked('audit')}
          optional
        />
        <RadioGroup
          {...field('proof')}
          label={t('proof')}
          options={PROOFS.map((value) => ({
            value,
            label: t(value),
            about: t(value === 'secret' ? 'aboutSecret' : 'aboutKey'),
          }))}
        />
        <TextAreaField {...field('jwk')} label={t('jwk')} hint={t('jwkHint')} rows={4} optional />
        <TextField {...field('endsOn')} type="date" label={t('endsOn')} hint={t('endsOnHint')} />
        <TextAreaField {...field('reason')} label={t('reason')} rows={2} prose />
        <Buttons>
          <Button>{t('add')}</Button>
        </Buttons>
      </Form>
    </section>
  );
}
