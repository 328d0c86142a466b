/** Cookie that carries the single sign-on session. The cookie jar puts `__Host-` before it on https. */
export const SIGN_IN_COOKIE = 'csam-session';
