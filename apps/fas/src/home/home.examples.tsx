import { exampleFrame } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { HomePage } from './home.page.js';

export const homeExamples: readonly PageExample[] = [
  { name: 'home', render: (language) => <HomePage frame={exampleFrame(language)} keysHref="/sma/" /> },
];
