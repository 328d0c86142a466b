import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import type { ChangeKind } from '../approvals/change-kind.js';
import type { ChangeRequest, RequestState } from '../approvals/change-request.js';
import type { ListDefinition } from '../frame/list/list.js';
import { requestsTexts } from './requests.texts.js';

const STATES: readonly RequestState[] = ['open', 'approved', 'refused', 'withdrawn', 'expired'];

/** What it is called: of what is to be, or of what is there when it ends. */
export const titleOf = (
  kind: Pick<ChangeKind, 'title'>,
  { subject, before, after }: Pick<ChangeRequest, 'subject' | 'before' | 'after'>,
  language: Language,
): string => kind.title(subject, after ?? before, language);

export function requestList(
  language: Language,
  kindOf: (request: ChangeRequest) => Pick<ChangeKind, 'title'>,
): ListDefinition<ChangeRequest> {
  const t = requestsTexts.in(language);
  return {
    caption: t('title'),
    newestFirst: true,
    columns: [
      {
        key: 'asked',
        heading: t('asked'),
        text: ({ requestedAt }) => formatDateTime(requestedAt, language),
        order: ({ requestedAt }) => requestedAt.getTime(),
      },
      { key: 'what', heading: t('what'), text: (request) => titleOf(kindOf(request), request, language) },
      {
        key: 'touches',
        heading: t('touches'),
        text: ({ aspects }) => aspects.map((aspect) => t(aspect)).join(', '),
      },
      { key: 'state', heading: t('state'), text: ({ state }) => t(state) },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: STATES.map((state) => ({ value: state, label: t(state) })),
        matches: ({ state }, value) => state === value,
      },
    ],
  };
}
