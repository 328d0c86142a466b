import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';

export type NoticeKind = 'info' | 'warning' | 'success' | 'problem';

const ROLES = { info: undefined, warning: undefined, success: 'status', problem: 'alert' } as const;

export interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: string;
  readonly children: ComponentChildren;
}

export function Notice({ kind = 'info', title, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={ROLES[kind]}>
      <Icon name={kind} />
      <div class="notice-body">
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
