import { exampleFrame, exampleService } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { AutoPostPage } from './auto-post.page.js';

export const autoPostExamples: readonly PageExample[] = [
  {
    name: 'auto-post/button',
    render: (language) => (
      <AutoPostPage
        frame={exampleFrame(language)}
        application={exampleService(language).application}
        action="/nowhere"
        fields={{ SAMLResponse: 'PHNhbWxwOlJlc3BvbnNlLz4=', RelayState: 'example' }}
      />
    ),
  },
];
