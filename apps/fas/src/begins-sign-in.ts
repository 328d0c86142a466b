/** Requests that begin a sign-in; when FAS cannot keep up these wait, and logins under way go on. */
export function beginsSignIn({ url }: { readonly url: string }): boolean {
  return /^\/fas\/(oauth2\/authorize(\?|$)|SSO(Redirect|POST)\/)/.test(url);
}
