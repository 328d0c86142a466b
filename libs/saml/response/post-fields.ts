import type { MessageParameter } from '../binding/saml-message.js';

/** The hidden fields of the form that carries a message by the POST binding (Bindings 3.5.4); escaping is the page's. */
export type PostFields = readonly {
  readonly name: MessageParameter | 'RelayState';
  readonly value: string;
}[];

export function postFields(parameter: MessageParameter, xml: string, relayState?: string): PostFields {
  const message = { name: parameter, value: Buffer.from(xml, 'utf8').toString('base64') } as const;
  return relayState === undefined ? [message] : [message, { name: 'RelayState', value: relayState }];
}
