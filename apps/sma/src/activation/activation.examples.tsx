import { exampleKeysFrame, type PageExample, type PageFrame } from '#libs/ui';
import type { VNode } from 'preact';
import { ActivatePage } from './activate.page.js';
import { ActivationStepsPage } from './activation-steps.page.js';

const example = (name: string, page: (frame: PageFrame) => VNode): PageExample => ({
  name: `activation/${name}`,
  render: (language) => page(exampleKeysFrame(language)),
});

export const activationExamples: readonly PageExample[] = [
  example('ask', (frame) => <ActivatePage frame={frame} action="/activate/x" state={{ kind: 'ask' }} />),
  example('wrong', (frame) => (
    <ActivatePage frame={frame} action="/activate/x" state={{ kind: 'ask', left: 3 }} />
  )),
  ...(['earlier', 'agreement', 'password', 'second', 'done', 'over'] as const).map((step) =>
    example(step, (frame) => <ActivationStepsPage frame={frame} step={step} hasPhone />),
  ),
];
