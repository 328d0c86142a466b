export type AppName = 'sandbox' | 'aps' | 'fas' | 'sma' | 'admin' | 'worker';

/** Base addresses, without a slash at the end. */
export type StackAddresses = Readonly<Record<AppName | 'card', string>>;

export interface StackOptions {
  /** Any database of the PostgreSQL server to work on. */
  readonly serverUrl: string;
  /** The migrated database to copy; without it an empty one is migrated. */
  readonly template?: string;
  readonly apps?: readonly AppName[];
  /** Which config/<environment>.yaml holds; `test` when not given. */
  readonly environment?: string;
  /** Environment variables for the apps, over those that the stack sets. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningStack {
  readonly addresses: StackAddresses;
  readonly ports: Readonly<Record<string, number>>;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** The environment that the apps run with; for commands beside them. */
  readonly env: NodeJS.ProcessEnv;
  pids(): Readonly<Partial<Record<AppName, number>>>;
  logFile(app: AppName): string;
  startApp(app: AppName): Promise<void>;
  stopApp(app: AppName, options?: { readonly hard?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

export function startStack(options: StackOptions): Promise<RunningStack>;
