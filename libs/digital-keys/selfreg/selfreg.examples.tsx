import { minutes } from '#libs/kernel';
import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import { ProfilePage } from './profile.page.js';
import {
  CodePage,
  ConfirmMailPage,
  MailPage,
  OtherBrowserPage,
  ProfileReadyPage,
  SpentPage,
  type CodePageProps,
  type MailProblem,
} from './registration.pages.js';
import { SelfregProvePage, type SelfregProveState } from './selfreg.prove.page.js';

const MAIL = 'lotte@people.example';
const ADDRESS = '/fasui/registration/weakprofile';

const proving = (name: string, state: SelfregProveState): PageExample => ({
  name: `selfreg/${name}`,
  render: (language) => (
    <SelfregProvePage {...exampleAddresses(language, 'selfreg')} state={state} registrationHref={ADDRESS} />
  ),
});

const within = (language: Parameters<PageExample['render']>[0]) => ({
  frame: exampleFrame(language),
  service: exampleService(language),
  action: ADDRESS,
  backHref: '/fas/sign-in/0198f0c2-example',
});

const mail = (name: string, problem?: MailProblem): PageExample => ({
  name: `registration/${name}`,
  render: (language) => <MailPage {...within(language)} {...(problem && { problem, mail: 'lotte@' })} />,
});

const code = (name: string, said?: CodePageProps['said']): PageExample => ({
  name: `registration/${name}`,
  render: (language) => (
    <CodePage {...within(language)} mail={MAIL} startHref={ADDRESS} {...(said && { said })} />
  ),
});

export const selfregExamples: readonly PageExample[] = [
  proving('ask', { kind: 'ask' }),
  proving('missing', { kind: 'ask', problem: 'missing-both' }),
  proving('wrong', { kind: 'ask', problem: 'wrong', mail: MAIL }),
  proving('throttled', { kind: 'throttled', waitMs: minutes(15) }),
  mail('mail'),
  mail('mail-wrong', { kind: 'wrong' }),
  mail('mail-expired', { kind: 'expired' }),
  mail('mail-capped', { kind: 'capped', waitMs: minutes(20) }),
  code('code'),
  code('code-wrong', 'codeWrong'),
  {
    name: 'registration/code-spent',
    render: (language) => <SpentPage {...within(language)} startHref={ADDRESS} />,
  },
  code('code-resent', 'resent'),
  code('code-not-now', 'notNow'),
  {
    name: 'registration/confirm',
    render: (language) => <ConfirmMailPage {...within(language)} mail={MAIL} proof="example" />,
  },
  {
    name: 'registration/other-browser',
    render: (language) => <OtherBrowserPage frame={exampleFrame(language)} startHref={ADDRESS} />,
  },
  {
    name: 'registration/profile',
    render: (language) => <ProfilePage {...within(language)} mail={MAIL} />,
  },
  {
    name: 'registration/profile-problems',
    render: (language) => (
      <ProfilePage
        {...within(language)}
        mail={MAIL}
        values={{ firstname: 'Lotte', lastname: '', agreed: false }}
        problems={{ lastname: true, password: { reason: 'too-short', minimum: 15 }, eulaApproval: true }}
      />
    ),
  },
  {
    name: 'registration/ready',
    render: (language) => <ProfileReadyPage frame={exampleFrame(language)} homeHref="/fas/" />,
  },
];
