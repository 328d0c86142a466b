import type { Config } from '#libs/config';
import type { MailTransportOptions } from '#libs/messaging';
import { passwordIn } from '../secret-file.js';

/**
 * The mail relay that the configuration names, with the password out of its file.
 *
 * @throws ConfigurationError when the file cannot be read
 */
export function mailRelay({
  host,
  port,
  from,
  secure,
  user,
  passwordFile,
}: Omit<Config['mail'], 'longestCodeQueue'>): MailTransportOptions {
  const relay = { host, port, from, requireTls: secure };
  return passwordFile === undefined
    ? relay
    : { ...relay, user, password: passwordIn(passwordFile, 'mail.passwordFile') };
}
