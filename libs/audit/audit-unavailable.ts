/** The record could not be written, so what it stands for may not be answered. */
export class AuditUnavailableError extends Error {
  override readonly name = 'AuditUnavailableError';
  /** Read by the error page of every app: answered as 503, never as a fault. */
  readonly unavailable = true;
}
