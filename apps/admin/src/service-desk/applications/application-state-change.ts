import { ApplicationsStore, type ApplicationEnvironment, type ApplicationState } from '#libs/agencies';
import type { LocalisedText } from '#libs/kernel';
import type { ChangeKind } from '../../approvals/change-kind.js';
import { applicationsTexts } from './applications.texts.js';

/** Whether an application signs people in. */
export interface ApplicationStanding {
  readonly name: LocalisedText;
  readonly environment: ApplicationEnvironment;
  readonly state: ApplicationState;
}

/** Stopping an application takes one person and counts at once; opening it in production again takes two. */
export const applicationStateChange: ChangeKind<ApplicationStanding> = {
  name: 'application-state',

  async current(tx, subject) {
    await tx.query('select 1 from agencies.application where id = $1 for update', [subject]);
    const found = await new ApplicationsStore(tx).find(subject);
    return found && { name: found.name, environment: found.environment, state: found.state };
  },

  sensitive: ({ environment, state }) => ({ production: environment === 'PROD' && state === 'active' }),

  async apply(tx, { subject, after }) {
    if (after !== undefined) await new ApplicationsStore(tx).setState(subject, after.state);
  },

  title: (_subject, { name, environment }, language) => `${name[language]} (${environment})`,

  lines(before, after, language) {
    const t = applicationsTexts.in(language);
    return [
      {
        label: t('state'),
        ...(before && { before: t(before.state) }),
        ...(after && { after: t(after.state) }),
      },
    ];
  },
};
