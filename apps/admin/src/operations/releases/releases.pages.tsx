import type { Delivery, Release } from '#libs/operations';
import { formatDateTime } from '#libs/texts';
import { Button, Buttons, DataTable, Form, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import { Deliveries } from '../parts/deliveries.js';
import { releasePageTexts } from './releases.texts.js';

export interface ReleasesProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  /** Newest first. */
  readonly releases: readonly Release[];
}

/** The calendar of releases. */
export function ReleasesPage({ frame, staff, releases }: ReleasesProps) {
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
      {releases.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <DataTable
          caption={t('list')}
          columns={[t('version'), t('kind'), t('date'), t('capacityShort'), t('state')].map((heading) => ({
            heading,
          }))}
          rows={releases.map((release) => [
            <a href={`/operations/releases/${release.id}`}>{release.version}</a>,
            t(release.kind),
            formatDateTime(release.releasedAt ?? release.plannedAt, language),
            capacityOf(release, t),
            t(release.state),
          ])}
        />
      )}
    </AdminPage>
  );
}

const capacityOf = ({ capacityPercent }: Release, t: ReturnType<typeof releasePageTexts.in>) =>
  capacityPercent === undefined ? '–' : t('percent', { number: capacityPercent });

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
          { label: t('capacityShort'), value: capacityOf(release, t) },
          { label: t('notesTitle'), value: <span class="as-typed">{release.notes[language]}</span> },
        ]}
      />
      <Deliveries deliveries={deliveries} language={language} />
      {release.state === 'planned' && staff.rights.has('operations.manage') && (
        <div class="flow">
          <Form frame={frame} action={`${address}/release`}>
            <Button>{t('release')}</Button>
          </Form>
          <Form frame={frame} action={`${address}/withdraw`}>
            <Button look="secondary">{t('withdraw')}</Button>
          </Form>
        </div>
      )}
      <p>
        <a href="/operations/releases">{t('back')}</a>
      </p>
    </AdminPage>
  );
}
