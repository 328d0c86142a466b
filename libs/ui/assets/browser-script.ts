/**
 * The only script of ordinary pages. Everything works without it: it uncovers the controls that need it
 * (show password, copy), keeps a task open longer on a press and, on form submission, keeps a double click from posting twice.
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
  for (const box of all('[data-limit]')) {
    const before = box.dataset.before * 1000;
    const { action, soon, last, closed, done } = box.dataset;
    const token = box.querySelector('[name=_csrf]').value;
    const words = box.querySelector('[role=alert]');
    const button = box.querySelector('button');
    let end = Date.now() + box.dataset.limit * 1000;
    let field;
    let isLast = false;
    document.addEventListener('focusin', ({ target }) => { if (!box.contains(target)) field = target; });
    const look = () => {
      const left = end - Date.now();
      if (left > before) return void setTimeout(look, Math.min(left - before, 60000));
      // On a page that is open already it has to be seen wherever its reader is.
      if (box.hidden) box.classList.add('time-limit-over');
      box.hidden = false;
      button.hidden = left <= 0 || isLast;
      words.textContent = left <= 0 ? closed : isLast ? last : soon;
      if (left > 0) setTimeout(look, left);
    };
    button.addEventListener('click', async () => {
      const answer = await fetch(action, { method: 'POST', body: new URLSearchParams({ _csrf: token }) })
        .catch(() => undefined);
      if (answer?.status === 410) end = 0;
      else if (answer?.ok) end = Date.now() + (await answer.json()).seconds * 1000;
      else return;
      if (end - Date.now() > before) {
        words.textContent = done;
        button.hidden = true;
        if (field?.isConnected) field.focus();
        setTimeout(() => { box.hidden = true; look(); }, 10000);
      } else {
        isLast = true;
        look();
      }
    });
    look();
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
