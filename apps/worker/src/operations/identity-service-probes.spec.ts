import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '#libs/config';
import { identityServiceProbes } from './identity-service-probes.js';
import { find } from './probe.js';

const broken = new Set<string>();
const asked: string[] = [];
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (broken.has(url)) response.writeHead(503);
    response.end('{}');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const [itsme, eidas] = ['itsme', 'eidas'].map((key) => {
  const row = loadConfig({ CSAM_ENV: 'demo', CSAM_DATA: '/tmp' }).identityServices.find(
    (candidate) => candidate.key === key,
  );
  if (row === undefined) throw new Error(`There is no row ${key}.`);
  return row;
}) as [Row, Row];

type Row = Parameters<typeof identityServiceProbes>[0][number];

const rows = (): Row[] => [
  { ...itsme, issuer: `${base}/itsme` },
  { ...eidas, statusAddress: `${base}/node` },
  { ...itsme, key: 'service-a', issuer: `${base}/a` },
  { ...eidas, key: 'service-b', statusAddress: `${base}/b` },
  { ...itsme, key: 'service-waits', issuer: `${base}/waits`, status: 'candidate' },
  { ...itsme, key: 'service-ended', issuer: `${base}/ended`, recognisedUntil: '2026-02-28' },
];

const clock = { now: () => new Date('2026-03-02T12:00:00Z') };

async function probe(): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(identityServiceProbes(rows(), clock).map(find));
  return Object.fromEntries(
    found.map(({ component, works, problem = 'none' }) => [component, works ? 'works' : problem]),
  );
}

it('every recognised service is tried, whichever protocol it speaks, and no other', async () => {
  expect(await probe()).toEqual({ itsme: 'works', eidas: 'works', 'identity-services': 'works' });
  expect(asked.toSorted()).toEqual([
    '/a/.well-known/openid-configuration',
    '/b',
    '/itsme/.well-known/openid-configuration',
    '/node',
  ]);
});

it('one that fails is named, and touches no other component', async () => {
  broken.add('/b');
  expect(await probe()).toEqual({
    itsme: 'works',
    eidas: 'works',
    'identity-services': 'service-b:status-503',
  });
  broken.add('/itsme/.well-known/openid-configuration');
  expect(await probe()).toMatchObject({ itsme: 'itsme:status-503', eidas: 'works' });
});
