import type { KeyKind } from '#libs/loa';
import { Button, Buttons, Form, keyName, Notice, Page, SummaryList } from '#libs/ui';
import type { PageFrame, ServiceParty } from '#libs/ui';
import { linkProfileTexts } from './link-profile.texts.js';

export interface LinkProfileProps {
  readonly frame: PageFrame;
  readonly service: ServiceParty;
  readonly action: string;
  /** with which the real person was proven */
  readonly provenWith: KeyKind;
  /** mail address of the profile, masked: somebody else may sit here */
  readonly profile: string;
}

/** Asks whether the self-registered profile of this browser is the person's who has just proven who they are. */
export function LinkProfilePage({ frame, service, action, provenWith, profile }: LinkProfileProps) {
  const { language } = frame;
  const t = linkProfileTexts.in(language);
  return (
    <Page frame={frame} title={t('title')} service={service}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead', { key: keyName(provenWith, language) })}</p>
      <SummaryList items={[{ label: t('profile'), value: profile }]} />
      <Form frame={frame} action={action}>
        <p>{t('yesMeans')}</p>
        <Buttons>
          <Button name="decision" value="link">
            {t('yes')}
          </Button>
          <Button look="secondary" name="decision" value="other">
            {t('no')}
          </Button>
        </Buttons>
        <Notice>
          <p>{t('noMeans')}</p>
        </Notice>
      </Form>
    </Page>
  );
}
