/**
 * The only script of ordinary pages. Everything works without it: it uncovers the controls that need it
 * (show password, copy) and, on form submission, keeps a double click from posting twice.
 */
export const browserScript = `'use strict';
(() => {
  const all = (selector) => document.querySelectorAll(selector);
  for (const button of all('[data-reveal]')) {
    const input = document.getElementById(button.dataset.reveal);
    if (!input) continue;
    button.hidden = false;
    const show = (visible) => {
      input.type = visible ? 'text' : 'password';
      button.textContent = visible ? button.dataset.hide : button.dataset.show;
    };
    button.addEventListener('click', () => show(input.type === 'password'));
    if (input.form) input.form.addEventListener('submit', () => show(false));
  }
  for (const button of all('[data-copy]')) {
    const status = button.nextElementSibling;
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      if (status) status.textContent = button.dataset.done;
    });
  }
  for (const form of all('form[method=post]')) {
    let sent = false;
    form.addEventListener('submit', (event) => {
      if (sent) event.preventDefault();
      sent = true;
      setTimeout(() => { sent = false; }, 4000);
    });
  }
})();
`;
