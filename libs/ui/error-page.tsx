import type { PageFrame, WayBack as WayBackTo } from './frame.js';
import { PageMark } from './components/icon.js';
import { Reference } from './components/reference.js';
import { WayBack } from './components/way-back.js';
import { Page } from './page.js';

export interface ErrorPageProps {
  readonly frame: PageFrame;
  /** what happened, in a few words */
  readonly title: string;
  /** why, as far as the person is helped by it */
  readonly explanation: string;
  /** what the person can do now */
  readonly action: string;
  readonly reference: string;
  /** a dead end does not exist: left out, the page leads to the frame's home or help page */
  readonly wayBack?: WayBackTo;
}

export function ErrorPage({ frame, title, explanation, action, reference, wayBack }: ErrorPageProps) {
  const to = wayBack ?? { kind: 'link', href: frame.links.home ?? frame.links.help };
  return (
    <Page
      frame={frame}
      title={title}
      problem
      side={<Reference language={frame.language} value={reference} />}
    >
      <PageMark kind="problem" />
      <h1>{title}</h1>
      <p class="lead">{explanation}</p>
      <p>{action}</p>
      <WayBack frame={frame} to={to} />
    </Page>
  );
}
