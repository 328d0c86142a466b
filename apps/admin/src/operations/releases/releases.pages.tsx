import type { Delivery, Release } from '#libs/operations';
import { formatDateTime } from '#libs/texts';
import { Button, Buttons, Form, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { Deliveries } from '../parts/deliveries.js';
import { capacityOf, releaseList } from './release-list.js';
import { releasePageTexts } from './releases.texts.js';

export interface ReleasesProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly page: ListPage<Release>;
}

/** The calendar of releases. */
export function ReleasesPage({ frame, staff, page }: ReleasesProps) {
  const { language } = frame;
  const t = releasePageTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {staff.rights.has('operations.manage') && (
        <Buttons>
          <LinkButton href="/operations/releases/new">{t('plan')}</LinkButton>
        </Buttons>
      )}
      <ListTable
        frame={frame}
        path="/operations/releases"
        definition={releaseList(language)}
        page={page}
        empty={<p>{t('none')}</p>}
      />
    </AdminPage>
  );
}

export interface ReleaseProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly release: Release;
  readonly deliveries: readonly Delivery[];
  /** What was asked could not be done: it is out or withdrawn. */
  readonly refused?: boolean;
}

/** One release: its notes, who was told, and what can be done with it. */
export function ReleasePage({ frame, staff, release, deliveries, refused = false }: ReleaseProps) {
  const { language } = frame;
  const t = releasePageTexts.in(language);
  const title = `${t('version')} ${release.version}`;
  const address = `/operations/releases/${release.id}`;
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={title} problem={refused}>
      <h1>{title}</h1>
      {refused && (
        <Notice kind="problem">
          <p>{t('notPlanned')}</p>
        </Notice>
      )}
      <SummaryList
        items={[
          { label: t('state'), value: <span data-state={release.state}>{t(release.state)}</span> },
          { label: t('kind'), value: t(release.kind) },
          { label: t('date'), value: formatDateTime(release.releasedAt ?? release.plannedAt, language) },
          { label: t('capacityShort'), value: capacityOf(release, language) },
          { label: t('notesTitle'), value: <span class="as-typed">{release.notes[language]}</span> },
        ]}
      />
      <Deliveries deliveries={deliveries} language={language} />
      {release.state === 'planned' && staff.rights.has('operations.manage') && (
        <div class="flow">
          <Form frame={frame} action={`${address}/release`}>
            <Button>{t('release')}</Button>
          </Form>
          <Buttons>
            <LinkButton href={`${address}/withdraw`} look="secondary">
              {t('withdraw')}
            </LinkButton>
          </Buttons>
        </div>
      )}
      <p>
        <a href="/operations/releases">{t('back')}</a>
      </p>
    </AdminPage>
  );
}
