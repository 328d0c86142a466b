import type { Language } from '#libs/kernel';
import { formatDate, formatDateTime } from '#libs/texts';
import { keyName, Page, SummaryList, type PageFrame } from '#libs/ui';
import { Told } from '../history/history.page.js';
import { Consultation } from '../history/registers.page.js';
import { FurtherData } from './further.page.js';
import { attributeList } from '../frame/attribute-list.js';
import type { MyDataService } from './my-data.service.js';
import { myDataTexts } from './my-data.texts.js';

type ToRead = Awaited<ReturnType<MyDataService['toRead']>>;
export type OwnDataProps = ToRead & { readonly frame: PageFrame };

/** Everything on one page, to read, print or save. */
export function OwnDataDocument({ frame, ...everything }: OwnDataProps) {
  const { language } = frame;
  const t = myDataTexts.in(language);
  return (
    <Page frame={frame} title={t('documentTitle')}>
      <p>
        <a class="standalone" href="/my-data">
          {t('back')}
        </a>
      </p>
      <h1>{t('documentTitle')}</h1>
      <p class="lead">{t('documentLead')}</p>
      <Who language={language} {...everything} />
      <Keys language={language} keys={everything.keys} />
      <Agreed language={language} {...everything} />
      <FurtherData language={language} further={everything} />
      <Happened language={language} {...everything} />
    </Page>
  );
}

type In<Part extends keyof ToRead> = { readonly language: Language } & Pick<ToRead, Part>;

function Who({ language, person, contacts }: In<'person' | 'contacts'>) {
  const t = myDataTexts.in(language);
  return (
    <SummaryList
      items={[
        { label: t('fedId'), value: <code class="digits">{person.fedId}</code> },
        ...person.numbers.map(({ number, current }) => ({
          label: current ? t('number') : t('formerNumber'),
          value: <span class="digits">{number}</span>,
        })),
        ...(person.username === undefined
          ? []
          : [{ label: t('username'), value: <span class="digits">{person.username}</span> }]),
        ...(person.declaredName === undefined
          ? []
          : [{ label: t('declaredName'), value: person.declaredName }]),
        ...contacts.map(({ value }) => ({ label: t('contact'), value })),
      ]}
    />
  );
}

function Keys({ language, keys }: In<'keys'>) {
  const t = myDataTexts.in(language);
  return (
    <>
      <h2>{t('keys')}</h2>
      {keys.map((key) => (
        <SummaryList
          key={key.id}
          items={[
            { label: t('key'), value: <b>{keyName(key.kind, language)}</b> },
            { label: t('state'), value: t(key.state) },
            { label: t('since'), value: formatDate(key.createdAt, language) },
            ...keyFacts(key, language).map(({ label, value }) => ({ label: t(label), value })),
          ]}
        />
      ))}
    </>
  );
}

/** What tells this key from another, as far as there is something. */
function keyFacts(key: ToRead['keys'][number], language: Language) {
  const { label, lastUsedAt, expiresAt, certificate, cardNumber, device, serviceName } = key;
  const date = (at: Date | undefined) => at && formatDate(at, language);
  const facts = [
    ['label', label],
    ['lastUse', date(lastUsedAt)],
    ['until', date(expiresAt)],
    ['holder', certificate?.holder],
    ['issuer', certificate?.issuer],
    ['cardNumber', cardNumber],
    ['device', device],
    ['serviceName', serviceName],
  ] as const;
  return facts.flatMap(([fact, value]) => (value ? [{ label: fact, value }] : []));
}

function Agreed({ language, agreements, decisions }: In<'agreements' | 'decisions'>) {
  const t = myDataTexts.in(language);
  return (
    <>
      {agreements.length > 0 && (
        <>
          <h2>{t('agreementsTitle')}</h2>
          <ul class="bullets">
            {agreements.map(({ version, acceptedAt }) => (
              <li key={version}>{t('accepted', { version, date: formatDate(acceptedAt, language) })}</li>
            ))}
          </ul>
        </>
      )}
      {decisions.length > 0 && (
        <>
          <h2>{t('decisionsTitle')}</h2>
          <SummaryList
            items={decisions.map(({ name, at, attributes }) => ({
              label: name[language],
              value: t('decided', {
                date: formatDate(at, language),
                attributes: attributeList(attributes, language),
              }),
            }))}
          />
        </>
      )}
    </>
  );
}

function Happened({ language, happenings, consultations }: In<'happenings' | 'consultations'>) {
  const t = myDataTexts.in(language);
  return (
    <>
      <h2>{t('history')}</h2>
      <SummaryList
        items={happenings.map((happening) => ({
          label: formatDateTime(happening.at, language),
          value: <Told frame={{ language }} happening={happening} />,
        }))}
      />
      <h2>{t('registers')}</h2>
      <SummaryList
        items={consultations.map((consultation) => ({
          label: formatDateTime(consultation.at, language),
          value: <Consultation language={language} consultation={consultation} />,
        }))}
      />
    </>
  );
}
