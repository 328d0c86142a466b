import type { PageExample } from '#libs/ui';
import { setupExample } from '../life/setup.examples.js';
import { NewPasswordPage, type NewPasswordProps } from './password.manage.page.js';

const example = (
  name: string,
  props: Pick<NewPasswordProps, 'asks' | 'problems' | 'username'>,
): PageExample => setupExample('password', name, (of) => <NewPasswordPage {...of} {...props} />);

export const passwordSetupExamples: readonly PageExample[] = [
  example('new', { asks: 'username', problems: {} }),
  example('new-refused', {
    asks: 'username',
    username: 'lotte',
    problems: { username: 'username-taken', password: 'common' },
  }),
  example('change', { asks: 'current', problems: {} }),
  example('change-wrong', { asks: 'current', problems: { current: 'current-wrong' } }),
  example('reset', { asks: 'nothing', problems: { password: 'too-short' } }),
];
