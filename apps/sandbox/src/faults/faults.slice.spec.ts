import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSandbox, type RunningSandbox } from '../test-support/running-sandbox.js';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await runSandbox();
});
afterAll(() => sandbox.stop());

describe('the fault switch', () => {
  it('shows every target, healthy at first', async () => {
    const faults = (await sandbox.json('/faults')) as { target: string; mode: string }[];
    expect(faults.map(({ target }) => target)).toEqual([
      'smsc',
      'smtp',
      'rijksregister',
      'bis',
      'kbo',
      'rma',
      'itsme',
      'ocsp',
      'ocsp-responder',
    ]);
    expect(faults.every(({ mode }) => mode === 'ok')).toBe(true);
  });

  it('remembers what was set', async () => {
    const response = await sandbox.setFault({ target: 'kbo', mode: 'delay', ms: 250 });
    expect(response.status).toBe(200);
    expect(await sandbox.json('/faults')).toContainEqual({ target: 'kbo', mode: 'delay', ms: 250, share: 1 });
  });

  it.each([
    [{ target: 'moon', mode: 'ok' }],
    [{ target: 'smtp', mode: 'explode' }],
    [{ target: 'smtp', mode: 'delay', ms: -1 }],
    [{ target: 'smtp', mode: 'wrong-person' }],
    [{ target: 'smtp', mode: 'error', share: 2 }],
  ])('refuses %j', async (fault) => {
    expect((await sandbox.setFault(fault)).status).toBe(400);
  });

  it('has a page with a form for people', async () => {
    const page = await fetch(`${sandbox.url}/faults`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('action="/faults"');
    const posted = await fetch(`${sandbox.url}/faults`, {
      method: 'POST',
      body: new URLSearchParams({ target: 'smtp', mode: 'delay', ms: '20' }),
      redirect: 'manual',
    });
    expect(posted.status).toBe(303);
    expect(posted.headers.get('location')).toBe('/faults#smtp');
  });
});
