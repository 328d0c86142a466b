import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { findCurrentRequest } from '../request/request-context.js';
import { LineOutlet, type LogDestination } from './line-outlet.js';
import { loggedError, scrub } from './scrub.js';

export type { Logger } from 'pino';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

const SECRET_FIELDS = [
  'password',
  'code',
  'token',
  'secret',
  'pin',
  'otp',
  'nationalNumber',
  'personNumber',
  'email',
  'phone',
  'authorization',
  'cookie',
  'client_secret',
];

/** A logger that writes JSON lines to standard output, with the reference of the request on each. */
export function createLogger(
  name: string,
  level: LogLevel = 'info',
  outlet: LogDestination = standardOutput(),
): Logger {
  return pino(
    {
      name,
      level,
      timestamp: stdTimeFunctions.isoTime,
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]),
        censor: '[redacted]',
      },
      serializers: { err: loggedError, error: loggedError },
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const context = findCurrentRequest();
        return context === undefined ? {} : { reference: context.reference };
      },
      hooks: {
        logMethod(args, method) {
          const clean = args.map((arg) => (typeof arg === 'string' ? scrub(arg) : arg));
          method.apply(this, clean as typeof args);
        },
      },
    },
    outlet,
  );
}

const STANDARD_OUTPUT = 1;

function standardOutput(): LogDestination {
  const outlet = new LineOutlet(STANDARD_OUTPUT);
  process.once('exit', () => outlet.finish());
  return outlet;
}

/** Nest's own messages, through the same logger. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(level: 'debug' | 'warn' | 'error', message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const fields = typeof context === 'string' ? { context } : {};
    if (message instanceof Error) this.logger[level]({ ...fields, err: message }, message.message);
    else this.logger[level](fields, String(message));
  }
}
