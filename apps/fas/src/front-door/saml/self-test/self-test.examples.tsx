import { exampleFrame, type PageExample } from '#libs/ui';
import { SAML_SELF_TEST_RECEIVE, SamlSelfTestPage } from './self-test.page.js';
import { SELF_TEST_RULES, type Verdict } from './verdicts.js';

const held: readonly Verdict[] = SELF_TEST_RULES.map((rule) => ({ rule, outcome: 'passed' }));

const CERTIFICATES = { received: [], expected: [`SHA-256 ${Array(32).fill('A7').join(':')} (2027-05-01)`] };

const failing: readonly Verdict[] = SELF_TEST_RULES.map((rule, at): Verdict => {
  if (rule === 'signature') return { rule, outcome: 'failed', reason: 'algorithm', evidence: CERTIFICATES };
  return { rule, outcome: at < SELF_TEST_RULES.indexOf('signature') ? 'passed' : 'not-reached' };
});

const content: readonly Verdict[] = SELF_TEST_RULES.map((rule): Verdict => {
  if (rule !== 'assertion-consumer') return { rule, outcome: 'passed' };
  const evidence = {
    received: ['https://bouwdossier.example/saml/acs/'],
    expected: ['https://bouwdossier.example/saml/acs (index 0)'],
  };
  return { rule, outcome: 'failed', reason: 'url', evidence };
});

const MESSAGE = 'https://fas.example/fas/SSORedirect/metaAlias/idp?SAMLRequest=nZJBj9MwEIX…';

const example = (name: string, verdicts?: readonly Verdict[]): PageExample => ({
  name: `saml-self-test/${name}`,
  render: (language) => (
    <SamlSelfTestPage
      frame={exampleFrame(language)}
      receive={`https://fas.example${SAML_SELF_TEST_RECEIVE}`}
      {...(verdicts && { verdicts, message: MESSAGE, application: 'Mijn Bouwdossier' })}
    />
  ),
});

export const samlSelfTestExamples: readonly PageExample[] = [
  example('start'),
  example('holds', held),
  example('fails', failing),
  example('fails-in-content', content),
];
