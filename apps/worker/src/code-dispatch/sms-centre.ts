import type { Config } from '#libs/config';
import { seconds } from '#libs/kernel';
import type { SmppGatewayOptions } from '#libs/messaging';
import { passwordIn } from '../secret-file.js';

/** A centre that is silent for longer is left: the person has seen by then that the message is late. */
const PATIENCE = seconds(3);

/**
 * The SMS centre that the configuration names, with the password out of its file.
 *
 * @throws ConfigurationError when the file cannot be read
 */
export function smsCentre({ sms }: Pick<Config, 'sms'>): SmppGatewayOptions {
  const { host, port, tls, systemId, sender, passwordFile } = sms;
  const password = passwordFile === undefined ? '' : passwordIn(passwordFile, 'sms.passwordFile');
  return { host, port, tls, systemId, sender, password, patience: PATIENCE };
}
