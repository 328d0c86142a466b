import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { LinkProfilePage } from './link-profile.page.js';

export const linkProfileExamples: readonly PageExample[] = [
  {
    name: 'link-profile/ask',
    render: (language) => (
      <LinkProfilePage
        frame={exampleFrame(language)}
        service={exampleService(language)}
        action="/fas/sign-in/0198f0c2-example/link"
        provenWith="eid"
        profile="l•••e@p•••.example"
      />
    ),
  },
];
