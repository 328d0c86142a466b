import { describe, expect, it } from 'vitest';
import { listenersOf } from './listeners.js';
import { ConfigurationError, loadConfig, validateConfig } from './load-config.js';

const env = {
  DATABASE_URL: 'postgres://db/csam',
  QUEUE_URL: 'postgres://db/queue',
  CSAM_MASTER_KEY_FILE: '/keys/master',
};
/** An installation without anything that it may leave out. */
const production = {
  ...env,
  CSAM_ENV: 'production',
  CSAM_FAS_URL: 'https://fas.example',
  CSAM_CARD_URL: 'https://card.example',
  CSAM_SMA_URL: 'https://sma.example',
  CSAM_APS_URL: 'https://aps.example',
  CSAM_ADMIN_URL: 'https://admin.example',
  CSAM_MAIL_HOST: 'relay.example',
  CSAM_MAIL_FROM: 'no-reply@csam.example',
  CSAM_SMS_HOST: 'smsc.example',
  CSAM_SMS_PASSWORD_FILE: '/keys/smsc',
  CSAM_NATIONAL_REGISTER_URL: 'https://register.example/GetPerson',
  CSAM_NATIONAL_REGISTER_KEY_FILE: '/keys/consumer.key',
  CSAM_NATIONAL_REGISTER_CERTIFICATE_FILE: '/keys/consumer.crt',
  CSAM_NATIONAL_REGISTER_SERVER_CERTIFICATE_FILE: '/keys/server.crt',
  CSAM_BIS_REGISTER_URL: 'https://ksz.example/PersonService',
  CSAM_BIS_REGISTER_CUSTOMER_NUMBER: '0671516647',
  CSAM_BIS_REGISTER_KEY_FILE: '/keys/ksz.key',
  CSAM_BIS_REGISTER_CERTIFICATE_FILE: '/keys/ksz.crt',
  CSAM_BIS_REGISTER_SERVER_CERTIFICATE_FILE: '/keys/ksz-server.crt',
  CSAM_ENTERPRISE_FUNCTIONS_URL: 'https://bus.example/functions',
  CSAM_ROLE_ADMINISTRATION_URL: 'https://bus.example/roles',
  CSAM_SERVICE_BUS_TOKEN_URL: 'https://bus.example/token',
  CSAM_SERVICE_BUS_CLIENT_ID: 'csam',
  CSAM_SERVICE_BUS_SECRET_FILE: '/keys/bus',
  CSAM_CARD_KEY_FILE: '/keys/card.key',
  CSAM_CARD_CERTIFICATE_FILE: '/keys/card.crt',
  CSAM_EID_ROOTS_FILE: '/trust/roots.pem',
  CSAM_EID_ISSUERS_FILE: '/trust/issuers.pem',
  CSAM_PASSKEY_RP_ID: 'csam.example',
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

  it.each([{ ...env, CSAM_ENV: 'demo' }, production])(
    'RF-8 waits no longer than five seconds for a responder and a list of revoked cards together: $CSAM_ENV',
    (from) => {
      const { eid, certificate } = loadConfig(from);
      for (const { timeoutMilliseconds } of [eid, certificate]) {
        expect(2 * timeoutMilliseconds).toBeLessThanOrEqual(5_000);
      }
    },
  );

  it('RF-24 names an unknown setting', () => {
    const config = structuredClone({ ...loadConfig({ ...env, CSAM_ENV: 'demo' }) }) as Record<
      string,
      unknown
    >;
    expect(problemsOf(() => validateConfig({ ...config, colour: 'blue' }))).toContain(
      'colour: unknown setting',
    );
  });

  it('RF-24 names a missing secret', () => {
    expect(
      problemsOf(() => loadConfig({ ...env, CSAM_ENV: 'production', CSAM_MASTER_KEY_FILE: '' })),
    ).toEqual(expect.arrayContaining([expect.stringContaining('masterKeyFile')]));
  });

  it('RF-24 refuses http, the sandbox and the demo key in production', () => {
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

  it.each(['CSAM_FAS_URL', 'CSAM_MAIL_HOST', 'CSAM_NATIONAL_REGISTER_KEY_FILE'])(
    'of an installation names what %s should have given',
    (name) => {
      expect(problemsOf(() => loadConfig(production))).toEqual([]);
      expect(problemsOf(() => loadConfig({ ...production, [name]: '' }))).toHaveLength(1);
    },
  );
});

describe('the listeners of an app', () => {
  it('have a private one for health and metrics in production, on this machine unless said otherwise', () => {
    const config = loadConfig({ ...production, CSAM_PORT_BASE: '5100' });
    expect(listenersOf(config, 'aps')).toEqual({
      port: 5300,
      host: '0.0.0.0',
      lead: 0,
      operations: { port: 5350, host: '127.0.0.1' },
    });
    const elsewhere = loadConfig({ ...production, CSAM_OPERATIONS_HOST: '10.0.0.5' });
    expect(listenersOf(elsewhere, 'fas').operations?.host).toBe('10.0.0.5');
  });

  it('have one port each', () => {
    const { port, http } = loadConfig(production);
    const ports = [...Object.values(port), ...Object.values(http.operationsPort ?? {})];
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('have none for operations where it has no port', () => {
    expect(listenersOf(loadConfig({ ...env, CSAM_ENV: 'demo' }), 'fas')).toEqual({
      port: 4100,
      host: '127.0.0.1',
      lead: 0,
    });
  });
});

describe('the mail relay', () => {
  it('of production is spoken to over encrypted connections, with a user where one is given', () => {
    expect(loadConfig(production).mail).toMatchObject({ port: 25, secure: true });
    const { mail } = loadConfig({
      ...production,
      CSAM_MAIL_PORT: '587',
      CSAM_MAIL_USER: 'csam',
      CSAM_MAIL_PASSWORD_FILE: '/keys/mail',
    });
    expect(mail).toMatchObject({ port: 587, secure: true, user: 'csam', passwordFile: '/keys/mail' });
  });

  it.each([
    [{ CSAM_MAIL_USER: 'csam' }, 'mail.passwordFile: '],
    [{ CSAM_MAIL_PASSWORD_FILE: '/keys/mail' }, 'mail.user: '],
  ])('needs user and password together: %j', (given, problem) => {
    expect(problemsOf(() => loadConfig({ ...production, ...given }))).toContainEqual(
      expect.stringContaining(problem),
    );
  });

  it('is sent no password in clear', () => {
    const config = structuredClone({ ...loadConfig(production) });
    const mail = { ...config.mail, secure: false, user: 'csam', passwordFile: '/keys/mail' };
    expect(problemsOf(() => validateConfig({ ...config, mail }))).toEqual([
      'mail.secure: a password is sent over encrypted connections only',
    ]);
  });
});
