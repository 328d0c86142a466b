import { describe, expect, it } from 'vitest';
import { ConfigurationError, loadConfig, validateConfig } from './load-config.js';

const env = {
  DATABASE_URL: 'postgres://db/csam',
  QUEUE_URL: 'postgres://db/queue',
  CSAM_MASTER_KEY_FILE: '/keys/master',
};
const problemsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('is read from default and environment files and frozen', () => {
    const config = loadConfig({ ...env, CSAM_ENV: 'demo', CSAM_PORT_BASE: '5100' });
    expect(config.port.fas).toBe(5100);
    expect(config.port.sma).toBe(5200);
    expect(config.baseUrl.fas).toBe('http://localhost:5100');
    expect(Object.isFrozen(config.port)).toBe(true);
  });

  it('names an unknown setting', () => {
    const config = structuredClone({ ...loadConfig({ ...env, CSAM_ENV: 'demo' }) }) as Record<
      string,
      unknown
    >;
    expect(problemsOf(() => validateConfig({ ...config, colour: 'blue' }))).toContain(
      'colour: unknown setting',
    );
  });

  it('names a missing secret', () => {
    expect(
      problemsOf(() => loadConfig({ ...env, CSAM_ENV: 'production', CSAM_MASTER_KEY_FILE: '' })),
    ).toEqual(expect.arrayContaining([expect.stringContaining('masterKeyFile')]));
  });

  it('refuses http, the sandbox and the demo key in production', () => {
    const demo = structuredClone({ ...loadConfig({ ...env, CSAM_ENV: 'demo' }) });
    const problems = problemsOf(() =>
      validateConfig({ ...demo, environment: 'production', masterKeyFile: '.data/master.key' }),
    );
    expect(problems).toEqual(
      expect.arrayContaining([
        'baseUrl.fas: production demands https',
        'baseUrl.sandbox: the sandbox is refused in production',
        'masterKeyFile: a demo key is refused in production',
      ]),
    );
  });
});
