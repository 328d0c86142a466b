import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import { keyName, Page, SummaryList, type PageFrame } from '#libs/ui';
import { attributeList } from '../frame/attribute-list.js';
import { OwnPages, SignOut } from '../frame/own-pages.js';
import type { History, ToldHappening } from './history.service.js';
import { OriginWords } from './origin/origin.parts.js';
import { historyTexts } from './history.texts.js';

export interface HistoryProps extends History {
  readonly frame: PageFrame;
  readonly name: string | undefined;
}

/** When the person signed in, where, how, and what the service received. */
export function HistoryPage({ frame, name, happenings, olderThan }: HistoryProps) {
  const t = historyTexts.in(frame.language);
  return (
    <Page
      above={<OwnPages frame={frame} current="history" />}
      frame={frame}
      title={t('title')}
      side={<Side frame={frame} name={name} />}
    >
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <p>
        <a class="standalone" href="/history/registers">
          {t('registersLink')}
        </a>
      </p>
      {happenings.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <SummaryList
          items={happenings.map((happening) => ({
            label: (
              <time dateTime={happening.at.toISOString()}>
                {formatDateTime(happening.at, frame.language)}
              </time>
            ),
            value: (
              <>
                <Told frame={frame} happening={happening} />
                {happening.disownable && <NotMe frame={frame} happening={happening} />}
              </>
            ),
          }))}
        />
      )}
      {olderThan !== undefined && (
        <a class="standalone" href={`/history/?before=${encodeURIComponent(olderThan.toISOString())}`}>
          {t('older')}
        </a>
      )}
    </Page>
  );
}

export function Told({
  frame: { language },
  happening,
}: {
  readonly frame: Pick<PageFrame, 'language'>;
  readonly happening: ToldHappening;
}) {
  const t = historyTexts.in(language);
  const { kind, service, reason } = happening;
  return (
    <div data-happening={kind}>
      <p>
        <b>{t(kind)}</b>
      </p>
      {service && (
        <p>
          {t('service', { application: service.application[language], agency: service.agency[language] })}
        </p>
      )}
      <WhichKey language={language} happening={happening} />
      <Released language={language} released={happening.released} />
      {reason !== undefined && <p>{t('because', { reason })}</p>}
      <OriginWords language={language} origin={happening} />
    </div>
  );
}

function WhichKey({
  language,
  happening: { kind, key, keyLabel },
}: {
  readonly language: Language;
  readonly happening: ToldHappening;
}) {
  if (key === undefined) return null;
  const name = keyName(key, language);
  const t = historyTexts.in(language);
  return (
    <p>
      {t(kind.startsWith('key-') ? 'changedKey' : 'key', {
        key: keyLabel === undefined ? name : t('named', { key: name, label: keyLabel }),
      })}
    </p>
  );
}

function NotMe({
  frame: { language },
  happening: { id, at },
}: {
  readonly frame: PageFrame;
  readonly happening: ToldHappening;
}) {
  return (
    <p>
      <a class="standalone small" href={`/history/not-me/${id}`}>
        {historyTexts.in(language)('notMe')}
        <span class="visually-hidden"> {formatDateTime(at, language)}</span>
      </a>
    </p>
  );
}

function Released({ language, released }: { readonly language: Language } & Pick<ToldHappening, 'released'>) {
  if (released.length === 0) return null;
  return <p>{historyTexts.in(language)('released', { attributes: attributeList(released, language) })}</p>;
}

function Side({ frame, name }: Pick<HistoryProps, 'frame' | 'name'>) {
  const t = historyTexts.in(frame.language);
  return (
    <>
      <SignOut frame={frame} name={name} />
      <section class="card flow small">
        <h2>{t('strangeTitle')}</h2>
        <p>{t('strange')}</p>
        <p>
          <a href="/overview/">{t('strangeKeys')}</a>
        </p>
        <p>
          <a href="/sessions/">{t('strangeLink')}</a>
        </p>
      </section>
    </>
  );
}
