import type { AcceptedAgreement } from '#libs/people';
import { formatDate } from '#libs/texts';
import { Button, Buttons, Form, LinkButton, Page, SummaryList, type PageFrame } from '#libs/ui';
import { attributeList } from '../frame/attribute-list.js';
import { OwnPages } from '../frame/own-pages.js';
import type { RememberedDecision } from './my-data.service.js';
import { myDataTexts } from './my-data.texts.js';

export interface MyDataProps {
  readonly frame: PageFrame;
  readonly decisions: readonly RememberedDecision[];
  readonly agreements: readonly AcceptedAgreement[];
}

/** Downloads, what was agreed to, and the way out. */
export function MyDataPage({ frame, decisions, agreements }: MyDataProps) {
  const { language } = frame;
  const t = myDataTexts.in(language);
  return (
    <Page above={<OwnPages frame={frame} current="my-data" />} frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <h2>{t('downloadTitle')}</h2>
      <p>{t('download')}</p>
      <Buttons>
        <LinkButton href="/my-data/everything" look="secondary">
          {t('asPage')}
        </LinkButton>
        <LinkButton href="/my-data/everything.json" look="secondary">
          {t('asFile')}
        </LinkButton>
      </Buttons>
      <h2>{t('correctTitle')}</h2>
      <p>{t('correct')}</p>
      <h2>{t('agreementsTitle')}</h2>
      <ul class="bullets">
        {agreements.map(({ version, acceptedAt }) => (
          <li key={version}>{t('accepted', { version, date: formatDate(acceptedAt, language) })}</li>
        ))}
        <li>
          <a href="/agreement">{t('readAgreement')}</a>
        </li>
      </ul>
      <h2>{t('decisionsTitle')}</h2>
      <p>{decisions.length === 0 ? t('noDecisions') : t('decisions')}</p>
      {decisions.length > 0 && (
        <SummaryList
          items={decisions.map((decision) => ({
            label: decision.name[language],
            value: <Decision frame={frame} decision={decision} />,
          }))}
        />
      )}
      <h2>{t('eraseTitle')}</h2>
      <p>{t('erase')}</p>
      <Buttons>
        <LinkButton href="/my-data/erase" look="secondary">
          {t('eraseGo')}
        </LinkButton>
      </Buttons>
    </Page>
  );
}

function Decision({ frame, decision }: { readonly frame: PageFrame; readonly decision: RememberedDecision }) {
  const { language } = frame;
  const t = myDataTexts.in(language);
  const attributes = attributeList(decision.attributes, language);
  return (
    <>
      <p>{t('decided', { date: formatDate(decision.at, language), attributes })}</p>
      <Form frame={frame} action={`/my-data/decisions/${decision.application}/forget`}>
        <Button look="quiet">
          {t('forget')}
          <span class="visually-hidden"> {decision.name[language]}</span>
        </Button>
      </Form>
    </>
  );
}
