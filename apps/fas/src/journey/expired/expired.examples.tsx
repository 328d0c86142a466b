import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { EXAMPLE_REFERENCE } from '../../gallery/example-journey.js';
import { ExpiredPage } from './expired.page.js';
import type { ExpiredProps } from './expired.page.js';

function example(name: string, kind: ExpiredProps['kind'], knowsService: boolean): PageExample {
  return {
    name: `expired/${name}`,
    render: (language) => (
      <ExpiredPage
        frame={exampleFrame(language)}
        kind={kind}
        wayBack={
          knowsService
            ? { kind: 'link', href: '/back', service: exampleService(language).application }
            : { kind: 'link', href: '/fas/' }
        }
        reference={EXAMPLE_REFERENCE}
      />
    ),
  };
}

export const expiredExamples: readonly PageExample[] = [
  example('expired', 'expired', true),
  example('expired-unknown-service', 'expired', false),
  example('other-browser', 'other-browser', false),
  example('finished', 'finished', true),
];
