import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NodeHandler } from '#libs/http';
import { OCSP_ERRORS, ocspError } from '#libs/testing';
import type { FaultBoard } from '../faults/fault-board.js';
import type { Fault } from '../faults/fault.js';
import type { CardAuthority } from './card-authority.js';

/** Under this path the authorities answer programs; the addresses stand in every certificate. */
export const STATUS_PREFIX = '/pki';

const LARGEST_REQUEST = 16 * 1024;
const OCSP = /^\/ocsp\/([a-z]+)$/;
const CRL = /^\/crl\/([a-z]+)\.crl$/;

/** OCSP by POST (RFC 6960 appendix A) and lists over HTTP (RFC 5280), with the faults that were set. */
export function statusServer(authority: CardAuthority, faults: FaultBoard): NodeHandler {
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const responder = OCSP.exec(path)?.[1];
    if (await struck({ faults, response, isOcsp: responder !== undefined })) return;
    if (responder === undefined) {
      send(response, 'application/pkix-crl', await listAt(path, authority));
    } else {
      send(response, 'application/ocsp-response', await authority.answer(responder, await read(request)));
    }
  };
}

function listAt(path: string, authority: CardAuthority): Promise<Buffer | undefined> {
  return authority.revocationList(CRL.exec(path)?.[1] ?? '');
}

interface Strike {
  readonly faults: FaultBoard;
  readonly response: ServerResponse;
  readonly isOcsp: boolean;
}

/**
 * Does what the switch says; true when that was the whole answer. `ocsp` strikes all that tells about revocation,
 * `ocsp-responder` the responder alone, so that the lists have to do.
 */
async function struck({ faults, response, isOcsp }: Strike): Promise<boolean> {
  const all = faults.strike('ocsp');
  const fault = all.mode === 'ok' && isOcsp ? faults.strike('ocsp-responder') : all;
  const dropped = (await faults.wait(fault)) === 'drop' || fault.mode === 'reset';
  if (dropped) {
    response.socket?.destroy();
    return true;
  }
  return refuse(response, fault, isOcsp);
}

function refuse(response: ServerResponse, { mode }: Fault, isOcsp: boolean): boolean {
  if (mode === 'garbage') {
    send(
      response,
      isOcsp ? 'application/ocsp-response' : 'application/pkix-crl',
      Buffer.from('no such thing'),
    );
    return true;
  }
  if (mode !== 'error') return false;
  if (isOcsp) send(response, 'application/ocsp-response', ocspError(OCSP_ERRORS.tryLater));
  else response.writeHead(503).end();
  return true;
}

function send(response: ServerResponse, type: string, body: Buffer | undefined): void {
  if (body === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_REQUEST) throw new Error('the request is too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
