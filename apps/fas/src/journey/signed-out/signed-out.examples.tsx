import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { ConfirmSignOutPage } from './confirm-sign-out.page.js';
import { ChooseSignOutPage } from './choose-sign-out.page.js';
import { SignedOutPage } from './signed-out.page.js';
import { SigningOutPage } from './signing-out.page.js';

const confirm = (name: string, services: readonly string[]): PageExample => ({
  name: `signed-out/${name}`,
  render: (language) => (
    <ConfirmSignOutPage frame={exampleFrame(language)} action="/fas/sign-out" services={services} />
  ),
});

const signedOut = (name: string, allConfirmed: boolean): PageExample => ({
  name: `signed-out/${name}`,
  render: (language) => {
    const { application } = exampleService(language);
    return (
      <SignedOutPage
        frame={exampleFrame(language)}
        services={[
          { name: application, state: 'confirmed' },
          { name: 'e-Loket', state: allConfirmed ? 'told' : 'unconfirmed' },
        ]}
        wayBack={{ kind: 'link', href: '/back', service: application }}
      />
    );
  },
});

const choose: PageExample = {
  name: 'signed-out/choose',
  render: (language) => (
    <ChooseSignOutPage
      frame={exampleFrame(language)}
      service={exampleService(language).application}
      others={['e-Loket', 'e-Depot']}
      everywhereHref="/everywhere"
      onlyHref="/only"
    />
  ),
};

const progress: PageExample = {
  name: 'signed-out/progress',
  render: (language) => (
    <SigningOutPage
      frame={exampleFrame(language)}
      services={[
        { name: exampleService(language).application, state: 'confirmed' },
        { name: 'e-Loket', state: 'visited' },
        { name: 'e-Depot', state: 'waiting' },
        { name: 'e-Archief', state: 'told' },
      ]}
      nextHref="/next"
    />
  ),
};

export const signedOutExamples: readonly PageExample[] = [
  confirm('confirm', ['e-Loket', 'e-Depot']),
  confirm('confirm-no-services', []),
  choose,
  progress,
  signedOut('done', true),
  signedOut('partial', false),
];
