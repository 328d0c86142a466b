import type { EnterpriseNumber, FedId, Language } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../../frame/form/typed.js';
import { adminExampleFrame as frame, exampleStaff } from '../../gallery/example-frame.js';
import { AgreementPage } from './agreement.page.js';
import { agreementArticles } from './agreement.js';
import type { AgreementSignature } from './agreement.store.js';

const at = new Date('2026-03-09T08:40:00Z');
const agency = {
  number: '0671516647' as EnterpriseNumber,
  name: { nl: 'Dienst Voorbeeld', fr: 'Service Exemple', de: 'Dienst Beispiel', en: 'Example Agency' },
};
const signature: AgreementSignature = {
  id: '11111111-2222-3333-4444-888888888888',
  version: '1.0',
  language: 'nl',
  articles: agreementArticles('nl'),
  hash: 'ab'.repeat(32),
  signedBy: 'ab'.repeat(20) as FedId,
  name: 'Astrid Agenda',
  function: 'CSAM',
  classReference: 'urn:be:fedict:iam:fas:citizen:Level500',
  provenAt: at,
  signedAt: at,
};
const former = { ...signature, id: '11111111-2222-3333-4444-999999999999', version: '0.9' };

const page = (signatures: readonly AgreementSignature[], maySign: boolean) => (language: Language) => (
  <AgreementPage
    frame={frame(language)}
    staff={exampleStaff('agency-signatory')}
    agency={agency}
    signatures={signatures}
    maySign={maySign}
    typed={Typed.of({})}
    problems={new Problems()}
  />
);

/** The user agreement: to sign for the first time, to sign anew, signed. */
export const agreementExamples: readonly PageExample[] = [
  { name: 'agreement-to-sign', render: page([], true) },
  { name: 'agreement-to-sign-anew', render: page([former], true) },
  { name: 'agreement-signed', render: page([signature, former], false) },
];
