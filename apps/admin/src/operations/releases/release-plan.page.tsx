import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  RadioGroup,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { Problems, Typed } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { FourLanguages } from '../../frame/form/four-languages.js';
import { KINDS, type ReleaseMessage } from './planning.js';
import { releasePageTexts } from './releases.texts.js';

export interface ReleasePlanProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly typed: Typed;
  readonly problems: Problems<ReleaseMessage>;
}

/** A release with its notes, in one form. */
export function ReleasePlanPage({ frame, staff, typed, problems }: ReleasePlanProps) {
  const { language } = frame;
  const t = releasePageTexts.in(language);
  const errorAt = (name: string) => {
    const message = problems.at(name);
    return message && t(message);
  };
  const field = (name: string) => ({ language, name, error: errorAt(name), value: typed.text(name) });
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('plan')} problem={problems.any}>
      <h1>{t('plan')}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <p>{t('publicHint')}</p>
      <Form frame={frame} action="/operations/releases/new">
        <TextField {...field('version')} label={t('version')} hint={t('versionHint')} />
        <RadioGroup
          {...field('kind')}
          label={t('kind')}
          options={KINDS.map((value) => ({ value, label: t(value), about: t(`${value}About`) }))}
          value={typed.oneOf('kind', KINDS) ?? 'minor'}
        />
        <TextField {...field('date')} label={t('date')} hint={t('dateHint')} />
        <TextField {...field('capacity')} label={t('capacity')} inputmode="numeric" optional />
        <FourLanguages
          {...{ language, typed }}
          name="notes"
          label={(one) => t('notes', { language: one })}
          rows={4}
          error={errorAt}
        />
        <Buttons>
          <Button>{t('send')}</Button>
          <LinkButton href="/operations/releases" look="quiet">
            {t('back')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}
