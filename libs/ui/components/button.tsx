import type { ComponentChildren } from 'preact';

/** `choice`: one of several of equal worth, of more than one line. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'choice';

const CLASSES: Readonly<Record<ButtonLook, string>> = {
  primary: 'button',
  secondary: 'button button-secondary',
  quiet: 'button button-quiet',
  choice: 'button button-secondary button-choice',
};

export interface ButtonProps {
  readonly look?: ButtonLook;
  /** with `value`: tells the receiver which of several buttons was pressed */
  readonly name?: string;
  readonly value?: string;
  readonly children: ComponentChildren;
}

/** Submits the form it stands in. */
export function Button({ look = 'primary', name, value, children }: ButtonProps) {
  return (
    <button type="submit" class={CLASSES[look]} name={name} value={value}>
      {children}
    </button>
  );
}

export interface LinkButtonProps {
  readonly href: string;
  readonly look?: ButtonLook;
  readonly children: ComponentChildren;
}

/** Goes somewhere; looks like a button because it is the page's one next step. */
export function LinkButton({ href, look = 'primary', children }: LinkButtonProps) {
  return (
    <a class={CLASSES[look]} href={href}>
      {children}
    </a>
  );
}

/** Buttons that belong together, the main one first. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}
