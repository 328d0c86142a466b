import type { Language } from '#libs/kernel';
import type { PageFrame, WayBack as WayBackTo } from '../frame.js';
import { Button, Buttons, LinkButton } from './button.js';
import type { ButtonLook } from './button.js';
import { componentTexts } from './component.texts.js';
import { Form } from './form.js';

export interface WayBackProps {
  readonly frame: PageFrame;
  readonly to: WayBackTo;
  readonly look?: ButtonLook;
}

/** The way out of a page that cannot go on: to the service by name, else to the start page. */
export function WayBack({ frame, to, look = 'primary' }: WayBackProps) {
  const label = labelOf(frame.language, to.service);
  if (to.kind === 'link') {
    return (
      <Buttons>
        <LinkButton href={to.href} look={look}>
          {label}
        </LinkButton>
      </Buttons>
    );
  }
  return (
    <Form frame={frame} action={to.action}>
      <Button look={look}>{label}</Button>
    </Form>
  );
}

function labelOf(language: Language, service: string | undefined): string {
  const t = componentTexts.in(language);
  return service === undefined ? t('backToStart') : t('backToService', { service });
}
