import type { Language } from '#libs/kernel';
import { componentTexts } from './component.texts.js';

export interface FieldProblem {
  /** name of the field, which is also its id */
  readonly field: string;
  readonly message: string;
}

/** Stands first after the h1 and takes the focus, without script; each line leads to its field. */
export function ErrorSummary(props: { language: Language; problems: readonly FieldProblem[] }) {
  if (props.problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} autofocus>
      <h2 id="error-summary-title">{componentTexts.in(props.language)('errorSummary')}</h2>
      <ul>
        {props.problems.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
