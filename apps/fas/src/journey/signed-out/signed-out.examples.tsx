import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { ConfirmSignOutPage } from './confirm-sign-out.page.js';
import { SignedOutPage } from './signed-out.page.js';

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
          { name: application, confirmed: true },
          { name: 'e-Loket', confirmed: allConfirmed },
        ]}
        wayBack={{ kind: 'link', href: '/back', service: application }}
      />
    );
  },
});

export const signedOutExamples: readonly PageExample[] = [
  confirm('confirm', ['e-Loket', 'e-Depot']),
  confirm('confirm-no-services', []),
  signedOut('done', true),
  signedOut('partial', false),
];
