import type { DeskHelp, Help } from './desk-help.js';

/** What can be done for a caller, each behind a question and a reason. */
export const HELP_ACTIONS = ['suspend', 'unlock', 'resend', 'recovery'] as const;
export type HelpAction = (typeof HELP_ACTIONS)[number];

export const isHelpAction = (text: string): text is HelpAction =>
  HELP_ACTIONS.some((action) => action === text);

/** False: there was nothing to do it to any more. */
export async function doHelp(help: DeskHelp, action: HelpAction, key: string, of: Help): Promise<boolean> {
  switch (action) {
    case 'suspend':
      return help.suspend(key, of);
    case 'unlock':
      await help.unlock(of);
      return true;
    case 'resend':
      return help.resend(of);
    case 'recovery':
      return help.offerRecovery(of);
  }
}
