import type { Language } from '#libs/kernel';
import { Page, renderPage, type PageExample } from '#libs/ui';
import { adminExampleFrame } from './example-frame.js';
import { agenciesExamples } from '../agencies/agencies.examples.js';
import { apiClientsExamples } from '../api/clients/clients.examples.js';
import { joinExamples } from '../agencies/join.examples.js';
import { applicationsExamples } from '../applications/applications.examples.js';
import { operationsExamples } from '../operations/operations.examples.js';
import { registrationExamples } from '../registration-authority/registration.examples.js';
import { reportsExamples } from '../reports/reports.examples.js';
import { requestsExamples } from '../requests/requests.examples.js';
import { smsCostExamples } from '../sms-cost/sms-cost.examples.js';
import { serviceDeskExamples } from '../service-desk/service-desk.examples.js';
import { notMeExamples } from '../service-desk/not-me/not-me.examples.js';
import { auditSearchExamples } from '../audit-search/audit-search.examples.js';
import { frameExamples } from './frame.examples.js';
import { galleryTexts } from './gallery.texts.js';

const examples: readonly PageExample[] = [
  ...frameExamples,
  ...requestsExamples,
  ...serviceDeskExamples,
  ...notMeExamples,
  ...registrationExamples,
  ...operationsExamples,
  ...reportsExamples,
  ...joinExamples,
  ...agenciesExamples,
  ...apiClientsExamples,
  ...applicationsExamples,
  ...smsCostExamples,
  ...auditSearchExamples,
];

/** Names of all states of the administration's pages. */
export const galleryNames: readonly string[] = examples.map(({ name }) => name);

/** The page in one of its states; undefined when no state has this name. */
export function galleryPage(name: string, language: Language): string | undefined {
  const example = examples.find((one) => one.name === name);
  return example && renderPage(example.render(language));
}

/** A list of links to every state. */
export function galleryIndex(language: Language): string {
  const title = galleryTexts.in(language)('title');
  return renderPage(
    <Page frame={adminExampleFrame(language)} title={title}>
      <h1>{title}</h1>
      <ul class="bullets">
        {galleryNames.map((name) => (
          <li key={name}>
            <a href={`/gallery/${name}?lang=${language}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>,
  );
}
