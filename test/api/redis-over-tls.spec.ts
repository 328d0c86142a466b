import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { hasRedis, testRedis } from '#libs/testing';
import { runCsamAlone } from '../support/csam.js';
import { scratchFolder } from '../support/register-application.js';
import { selfSigned } from '../support/self-signed.js';

const PASSWORD = 'a/b@c';

describe.skipIf(!hasRedis)('background work in a Redis of others', () => {
  it('is reached over TLS, with user, password and number of the database, and with no stranger', async () => {
    const { key, cert } = await selfSigned('localhost');
    const kept = (name: string, text: string) => {
      const file = join(scratchFolder(), name);
      writeFileSync(file, text, { mode: 0o600 });
      return file;
    };
    const files = { keyFile: kept('redis.key', key), certificateFile: kept('redis.crt', cert) };
    const server = await testRedis(undefined, files);
    const owner = new Redis(server.url, { tls: { rejectUnauthorized: false } });
    try {
      await owner.acl('SETUSER', 'csam', 'on', `>${PASSWORD}`, '~csam:*', '&*', '+@all');
      await owner.select(3);
      await owner.hset('csam:messages:meta', 'opts.maxLenEvents', '10000');
      await owner.rpush('csam:messages:wait', '1', '2');
      const address = (password: string) => {
        const url = new URL(`${server.url}/3`);
        return Object.assign(url, { username: 'csam', password: encodeURIComponent(password) }).href;
      };
      const status = (password: string, trust: Readonly<Record<string, string>>) =>
        runCsamAlone(['queue', 'status', '--json'], { settings: { QUEUE_URL: address(password), ...trust } });
      const trusted = { NODE_EXTRA_CA_CERTS: files.certificateFile };
      const [good, wrong, unknown] = await Promise.allSettled([
        status(PASSWORD, trusted),
        status('guess', trusted),
        status(PASSWORD, {}),
      ]);
      expect(good.status === 'fulfilled' && JSON.parse(good.value)).toMatchObject({
        messages: { waiting: 2 },
      });
      expect(wrong.status === 'rejected' && String(wrong.reason)).toContain('WRONGPASS');
      expect(unknown.status === 'rejected' && String(unknown.reason)).toContain('self-signed');
    } finally {
      owner.disconnect();
      await server.stop();
    }
  }, 120_000);
});
