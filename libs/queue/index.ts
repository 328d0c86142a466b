export {
  defineJob,
  type Backoff,
  type JobDefinition,
  type JobOptions,
  type JobPayload,
  type Keep,
} from './job.js';
export {
  assertEveryJobHandled,
  handle,
  JobsNotHandledError,
  PermanentFailure,
  TryLater,
  type Attempt,
  type HandledJob,
} from './handler.js';
export { failureClass } from './failure-class.js';
export {
  JOB_STATES,
  QueueClient,
  type EnqueueOptions,
  type FailedJob,
  type JobCounts,
  type JobState,
  type QueueClientOptions,
} from './queue-client.js';
export { JobWorker, type JobWorkerOptions, type Run, type RunOutcome } from './job-worker.js';
export { prepareQueueStore, type QueueStoreOptions } from './store.js';
