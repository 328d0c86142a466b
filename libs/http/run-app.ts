import type { App, ListenOptions } from './app.js';

export interface RunOptions extends ListenOptions {
  /** Private listener for health and metrics. */
  readonly operations?: ListenOptions;
  /** Milliseconds between reporting not ready and refusing connections, for the load balancer to see. */
  readonly lead?: number;
}

/**
 * Runs an app as a process of its own: listens, tells its parent, stops on a signal or when the parent is gone,
 * and ends when something breaks that nobody caught.
 */
export async function runApp(app: App, { operations, lead, ...listen }: RunOptions): Promise<void> {
  let ending: Promise<void> | undefined;
  const end = (reason: string, exitCode: number) => {
    ending ??= stop(app, reason, lead).then(
      () => process.exit(exitCode),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', () => end('SIGTERM', 0));
  process.on('SIGINT', () => end('SIGINT', 0));
  process.on('uncaughtException', (error) => {
    app.logger.fatal({ err: error }, 'nobody caught this');
    end('fault', 1);
  });
  process.on('unhandledRejection', (error) => {
    app.logger.fatal({ err: error }, 'nobody caught this');
    end('fault', 1);
  });
  if (process.send !== undefined) process.on('disconnect', () => end('the parent is gone', 0));

  if (operations !== undefined) await app.listenForOperations(operations);
  const address = await app.listen(listen);
  process.send?.({ ready: true, address });
}

async function stop(app: App, reason: string, lead: number | undefined): Promise<void> {
  app.logger.info({ reason }, 'stopping');
  await app.close({ lead });
}
