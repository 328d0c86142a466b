import { defaultLoaPolicy } from '#libs/loa';
import { exampleFrame } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { AccessibilityPage } from './accessibility.page.js';
import { ContactPage } from './contact.page.js';
import { HelpPage } from './help.page.js';
import { PrivacyPage } from './privacy.page.js';

const TIMES = { journeyMinutes: 30, idleMinutes: 30, absoluteHours: 8 };

export const informationPagesExamples: readonly PageExample[] = [
  {
    name: 'help',
    render: (language) => (
      <HelpPage
        frame={exampleFrame(language)}
        policy={defaultLoaPolicy}
        keysHref="/sma/"
        journeyMinutes={TIMES.journeyMinutes}
      />
    ),
  },
  {
    name: 'accessibility',
    render: (language) => (
      <AccessibilityPage
        frame={exampleFrame(language)}
        address="sign-in.example"
        journeyMinutes={TIMES.journeyMinutes}
      />
    ),
  },
  {
    name: 'privacy',
    render: (language) => <PrivacyPage frame={exampleFrame(language)} keysHref="/sma/" times={TIMES} />,
  },
  { name: 'contact', render: (language) => <ContactPage frame={exampleFrame(language)} /> },
];
