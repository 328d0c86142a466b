import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { AppError, httpErrors, type ErrorDefinition } from '#libs/http';
import type { AuditWriter } from '../audit-writer.js';
import { recordRejections } from './record-rejections.js';

/** What is recorded when a request ends in this error. */
async function recordedOf(definition: ErrorDefinition): Promise<unknown[]> {
  const records: unknown[] = [];
  const writer: Pick<AuditWriter, 'record'> = {
    record: async ({ name }, { reference, data }) => void records.push({ name, reference, data }),
  };
  const context = { reference: '7K3F-9QXM', address: '192.0.2.1' };
  const request = { context, routeOptions: { url: '/here' } } as unknown as FastifyRequest;
  await recordRejections(writer as AuditWriter, 'sma')(new AppError(definition), request);
  return records;
}

describe('XS-28 the reference of an error page is found again', () => {
  it.each([
    ['RequestRejected', httpErrors.BAD_REQUEST],
    ['RequestRejected', httpErrors.FOREIGN_FORM],
    ['RequestFailed', httpErrors.INTERNAL],
  ])('as %s', async (name, definition) => {
    const data = { app: 'sma', error: definition.code, route: '/here' };
    expect(await recordedOf(definition)).toEqual([{ name, reference: '7K3F-9QXM', data }]);
  });

  it('but a page that does not exist is nobody’s attempt at anything', async () => {
    expect(await recordedOf(httpErrors.NOT_FOUND)).toEqual([]);
  });
});
