import { Button, Form, type PageFrame } from '#libs/ui';
import type { ParkedMessage } from '#libs/messaging';
import type { FailedJob } from '#libs/queue';
import { formatDateTime } from '#libs/texts';
import type { ListColumn, ListDefinition } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { queueTexts } from './queues.texts.js';

/** Work or mail of which no attempt is left. */
export interface GivenUp {
  readonly what: string;
  readonly attempts: number;
  readonly failure: string;
  readonly at: Date;
  /** Absent: it cannot be tried again. */
  readonly action?: string;
}

interface Reader {
  readonly frame: PageFrame;
  readonly staff: StaffView;
}

/** What is listed, and how. */
export interface GivenUpList {
  readonly definition: ListDefinition<GivenUp>;
  readonly rows: readonly GivenUp[];
}

export function workList({
  frame,
  staff,
  failed,
}: Reader & { readonly failed: readonly FailedJob[] }): GivenUpList {
  const rows = failed.map(({ queue, id, name, ...more }) => ({
    ...more,
    what: name,
    action: `/operations/queues/${queue}/${id}/retry`,
  }));
  return { rows, definition: givenUpList({ frame, staff }, 'workGivenUp', rows) };
}

export function mailList({
  frame,
  staff,
  parked,
}: Reader & { readonly parked: readonly ParkedMessage[] }): GivenUpList {
  const rows = parked.map(({ id, template, attempts, lastError, createdAt, returned }) => ({
    what: template,
    attempts,
    failure: lastError,
    at: createdAt,
    ...(!returned && { action: `/operations/queues/mails/${id}` }),
  }));
  return { rows, definition: givenUpList({ frame, staff }, 'mailsGivenUp', rows) };
}

/** What was given up, newest first; the kinds that there are can be chosen. Whoever may only read sees no button. */
function givenUpList(
  { frame, staff }: Reader,
  caption: 'workGivenUp' | 'mailsGivenUp',
  rows: readonly GivenUp[],
): ListDefinition<GivenUp> {
  const { language } = frame;
  const t = queueTexts.in(language);
  const kinds = [...new Set(rows.map(({ what }) => what))].toSorted();
  const may = staff.rights.has('operations.manage');
  return {
    caption: t(caption),
    newestFirst: true,
    columns: [
      {
        key: 'at',
        heading: t('at'),
        text: ({ at }) => formatDateTime(at, language),
        order: ({ at }) => at.getTime(),
      },
      { key: 'what', heading: t('what'), text: ({ what }) => what },
      {
        key: 'failure',
        heading: t('failure'),
        text: ({ failure }) => failure,
        cell: ({ failure }) => <code>{failure}</code>,
      },
      {
        key: 'attempts',
        heading: t('attempts'),
        text: ({ attempts }) => `${attempts}`,
        order: ({ attempts }) => attempts,
        number: true,
      },
      ...(may ? [actColumn(frame)] : []),
    ],
    filters: [
      {
        name: 'what',
        label: t('what'),
        options: kinds.map((value) => ({ value, label: value })),
        matches: ({ what }, value) => what === value,
      },
    ],
  };
}

function actColumn(frame: PageFrame): ListColumn<GivenUp> {
  const t = queueTexts.in(frame.language);
  return {
    key: 'act',
    heading: t('act'),
    text: ({ action }) => (action === undefined ? t('cameBack') : ''),
    cell: ({ action, what, at }) =>
      action === undefined ? (
        t('cameBack')
      ) : (
        <Form frame={frame} action={action}>
          <Button look="secondary">
            {t('again')}
            <span class="visually-hidden">
              : {what}, {formatDateTime(at, frame.language)}
            </span>
          </Button>
        </Form>
      ),
    sortable: false,
  };
}
