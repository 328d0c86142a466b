import { rows } from '../../support/stack-database.js';

/** As if nobody had ever been shown what a service receives. */
export const forgetWhatWasShown = (): Promise<unknown> => rows('delete from fas.release_decision');

/** As if the sign-in had begun an hour ago. */
export const letExpire = (journey: string): Promise<unknown> =>
  rows("update fas.journey set expires_at = now() - interval '1 minute' where id = $1", [journey]);
