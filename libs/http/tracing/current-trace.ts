import { AsyncLocalStorage } from 'node:async_hooks';
import { findCurrentRequest } from '../request/request-context.js';
import type { TracePlace } from './trace-context.js';

const background = new AsyncLocalStorage<TracePlace>();

/** Does work that no request asked for, at its place in a trace. */
export const runInTrace = <T>(place: TracePlace, work: () => T): T => background.run(place, work);

/** Where what is being done stands in a trace; undefined when none is made. */
export const currentTrace = (): TracePlace | undefined =>
  findCurrentRequest()?.trace ?? background.getStore();
