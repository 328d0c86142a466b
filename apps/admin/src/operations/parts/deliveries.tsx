import type { Language } from '#libs/kernel';
import type { Delivery } from '#libs/operations';
import { formatDateTime } from '#libs/texts';
import { DataTable } from '#libs/ui';
import { deliveryTexts } from './deliveries.texts.js';

const KINDS = [
  'planned',
  'changed',
  'cancelled',
  'reminder',
  'opened',
  'updated',
  'recovered',
  'released',
  'withdrawn',
] as const;

/** What contacts were told about something, and what became of the mails. */
export function Deliveries({
  deliveries,
  language,
}: {
  readonly deliveries: readonly Delivery[];
  readonly language: Language;
}) {
  const t = deliveryTexts.in(language);
  const numbers = [t('recipients'), t('sent'), t('waiting'), t('failed')];
  return (
    <>
      <h2>{t('mails')}</h2>
      {deliveries.length === 0 ? (
        <p>{t('noMails')}</p>
      ) : (
        <DataTable
          caption={t('outcome')}
          columns={[
            { heading: t('message') },
            { heading: t('at') },
            ...numbers.map((heading) => ({ heading, number: true })),
          ]}
          rows={deliveries.map(({ kind, at, recipients, sent, failed }) => [
            nameOf(kind, t),
            formatDateTime(at, language),
            recipients,
            sent,
            recipients - sent - failed,
            failed,
          ])}
        />
      )}
    </>
  );
}

function nameOf(kind: string, t: ReturnType<typeof deliveryTexts.in>): string {
  const name = KINDS.find((one) => one === kind);
  return name === undefined ? kind : t(name);
}
