import type { ComponentChildren } from 'preact';
import type { PageFrame } from '#libs/ui';
import { servicesTexts } from './services.texts.js';

/** The parts of a description, in the order of the page. */
export const PARTS = ['names', 'strength', 'data', 'volume'] as const;

interface PartProps {
  readonly frame: PageFrame;
  readonly id: (typeof PARTS)[number];
  readonly children: ComponentChildren;
}

/** One part of the description, which the list at the top leads to. */
export function Part({ frame, id, children }: PartProps) {
  return (
    <section class="flow" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>{servicesTexts.in(frame.language)(`part-${id}`)}</h2>
      {children}
    </section>
  );
}
