import { browserAsset } from '#libs/ui';

/**
 * Runs the browser's own passkey dialogue for each `[data-passkey]` (`get` or `create`), fills the answer into the
 * hidden fields of its form and posts that. It talks to nobody else. Without it, or in a browser without passkeys,
 * the page says so and offers another key.
 */
export const passkeyScript = browserAsset(
  'passkey',
  `'use strict';
(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
  const listed = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
  const options = (raw) => ({
    ...raw,
    challenge: bytes(raw.challenge),
    ...(raw.user && { user: { ...raw.user, id: bytes(raw.user.id) } }),
    ...(raw.allowCredentials && { allowCredentials: listed(raw.allowCredentials) }),
    ...(raw.excludeCredentials && { excludeCredentials: listed(raw.excludeCredentials) }),
  });
  const answer = ({ rawId, response }) => ({
    credentialId: text(rawId),
    clientDataJSON: text(response.clientDataJSON),
    ...(response.authenticatorData && response.signature && {
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
    }),
    ...(response.userHandle && { userHandle: text(response.userHandle) }),
    ...(response.attestationObject && { attestationObject: text(response.attestationObject) }),
    ...(response.getTransports && { transports: response.getTransports().join(' ') }),
  });
  for (const place of document.querySelectorAll('[data-passkey]')) {
    const form = place.querySelector('form');
    const show = (name, visible) => {
      for (const part of place.querySelectorAll('[data-passkey-' + name + ']')) part.hidden = !visible;
    };
    if (!form || !window.PublicKeyCredential) {
      show('unsupported', true);
      show('ready', false);
      continue;
    }
    let busy = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      show('failed', false);
      show('exists', false);
      try {
        const publicKey = options(JSON.parse(place.dataset.options));
        const made = await navigator.credentials[place.dataset.passkey]({ publicKey });
        for (const [name, value] of Object.entries(answer(made))) {
          if (form.elements[name]) form.elements[name].value = value;
        }
        form.submit();
      } catch (error) {
        show(error.name === 'InvalidStateError' ? 'exists' : 'failed', true);
      } finally {
        busy = false;
      }
    });
  }
})();
`,
);
