/** Where an open page asks for more time. */
export const STAY_SIGNED_IN = '/session/longer';
