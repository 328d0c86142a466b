import type { Language } from '#libs/kernel';
import { componentTexts } from './component.texts.js';

export interface StepIndicatorProps {
  readonly language: Language;
  /** counted from 1 */
  readonly step: number;
  readonly steps: number;
}

export function StepIndicator({ language, step, steps }: StepIndicatorProps) {
  return (
    <p class="steps">
      <span class="steps-bars" aria-hidden="true">
        {Array.from({ length: steps }, (_, index) => (
          <span key={index} class={index < step ? 'done' : undefined} />
        ))}
      </span>
      {componentTexts.in(language)('step', { step, steps })}
    </p>
  );
}
