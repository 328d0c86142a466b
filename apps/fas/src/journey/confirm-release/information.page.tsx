import { formatList } from '#libs/texts';
import { Button, Buttons, Form, Notice, Page, SummaryList } from '#libs/ui';
import type { PageFrame, ServiceParty } from '#libs/ui';
import { informationTexts } from './information.texts.js';

/** An attribute about to be sent, in words of the page's language. */
export interface ReleasedAttribute {
  readonly label: string;
  /** as the person reads it; several values each on a line of their own */
  readonly values: readonly string[];
  /** the authentic source in words, e.g. `Rijksregister` */
  readonly source: string;
  /** not sent to this service before */
  readonly isNew: boolean;
}

export interface InformationProps {
  readonly frame: PageFrame;
  readonly service: ServiceParty;
  /** the form posts here: `decision` is `continue` or `cancel` */
  readonly action: string;
  readonly occasion: 'first-use' | 'changed' | 'asked-again';
  /** the service keeps access when the person is gone */
  readonly lasting?: boolean;
  readonly attributes: readonly ReleasedAttribute[];
  /** optional attributes whose source did not answer */
  readonly unavailable?: readonly string[];
  /** the legal basis on which the agency may have them, in words */
  readonly legalBasis: string;
}

const WORDS = {
  'first-use': { title: 'titleFirst', lead: 'leadFirst' },
  changed: { title: 'titleChanged', lead: 'leadChanged' },
  'asked-again': { title: 'titleFirst', lead: 'leadAgain' },
} as const;

/** Who gets what about the person: shown at first use of a service and whenever it changes. */
export function InformationPage(props: InformationProps) {
  const { frame, service, occasion, unavailable = [] } = props;
  const t = informationTexts.in(frame.language);
  const title = t(WORDS[occasion].title);
  return (
    <Page frame={frame} title={title} service={service} side={<Why {...props} />}>
      <h1>{title}</h1>
      <p class="lead">{t(WORDS[occasion].lead, { ...service })}</p>
      <h2 class="visually-hidden">{t('attributes')}</h2>
      <Attributes {...props} />
      {unavailable.length > 0 && (
        <Notice kind="warning" title={t('unavailableTitle')}>
          <p>{t('unavailable', { attributes: formatList(unavailable, frame.language) })}</p>
        </Notice>
      )}
      {props.lasting === true && (
        <Notice kind="info" title={t('lastingTitle')}>
          <p>{t('lasting', { ...service })}</p>
        </Notice>
      )}
      {occasion !== 'asked-again' && <p>{t('again')}</p>}
      <Form frame={frame} action={props.action}>
        <Buttons>
          <Button name="decision" value="continue">
            {t('proceed', { application: service.application })}
          </Button>
          <Button name="decision" value="cancel" look="secondary">
            {t('cancel')}
          </Button>
        </Buttons>
      </Form>
    </Page>
  );
}

function Attributes({ frame: { language }, occasion, attributes }: InformationProps) {
  const t = informationTexts.in(language);
  return (
    <SummaryList
      items={attributes.map(({ label, values, source, isNew }) => ({
        label: (
          <>
            {label}
            {isNew && occasion === 'changed' && (
              <>
                {' '}
                <span class="tag">{t('fresh')}</span>
              </>
            )}
          </>
        ),
        value: (
          <>
            {values.map((value) => (
              <div key={value}>{value}</div>
            ))}
            <div class="origin">{t('origin', { source })}</div>
          </>
        ),
      }))}
    />
  );
}

function Why({ frame: { language }, service, legalBasis }: InformationProps) {
  const t = informationTexts.in(language);
  return (
    <section class="card flow small">
      <h2>{t('whyTitle')}</h2>
      <p>{t('legalBasis', { agency: service.agency, basis: legalBasis })}</p>
      <p>{t('wrongData')}</p>
    </section>
  );
}
