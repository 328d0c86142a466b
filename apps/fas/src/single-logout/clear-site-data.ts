/**
 * What a browser is told to forget at sign-out (ASVS 14.3.1): pages and storage. Cookies stay: the one of the session is
 * taken away by itself, and the others tell a known device from a new one.
 */
export const CLEAR_SITE_DATA = '"cache", "storage"';
