import type { Application, ApplicationsStore } from '#libs/agencies';
import { seconds } from '#libs/kernel';

export interface ChangeFeed {
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>;
}

const RETRY_AFTER = seconds(1);

/**
 * FAS's reading copy of the applications: in memory, renewed when the database announces a change. What is not
 * in the copy is looked up once in the database, so that a new application works from its first request.
 */
export class RelyingParties {
  private byId = new Map<string, Application>();
  private byClientId = new Map<string, Application>();
  private byEntityId = new Map<string, Application>();
  private readonly changeListeners: ((id: string | undefined) => void)[] = [];
  private stopListening: (() => Promise<void>) | undefined;
  private renewals: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly store: ApplicationsStore) {}

  /** Loads all applications and follows changes. */
  async start(feed: ChangeFeed): Promise<void> {
    this.stopListening = await feed.listen('application_changed', (id) => this.follow(id));
    this.renewals = this.reload();
    await this.renewals;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.stopListening?.();
    await this.renewals;
  }

  /** Calls back after an application changed; without an id, any may have. */
  onChange(listener: (id: string | undefined) => void): void {
    this.changeListeners.push(listener);
  }

  find(id: string): Application | undefined {
    return this.byId.get(id);
  }

  /** What the copy holds; for code that cannot wait for the database. */
  byClient(clientId: string): Application | undefined {
    return this.byClientId.get(clientId);
  }

  all(): Application[] {
    return [...this.byId.values()];
  }

  async findByClientId(clientId: string): Promise<Application | undefined> {
    return this.byClientId.get(clientId) ?? this.learn(await this.store.findByClientId(clientId));
  }

  async findByEntityId(entityId: string): Promise<Application | undefined> {
    return this.byEntityId.get(entityId) ?? this.learn(await this.store.findByEntityId(entityId));
  }

  /** One change after the other, so that an older answer of the database never replaces a newer one. */
  private follow(id: string): void {
    this.renewals = this.renewals.then(() => this.renew(id)).catch(() => this.tryAgain());
  }

  /** The change was heard and not seen: the old copy serves until the database answers. */
  private tryAgain(): void {
    if (!this.stopped) setTimeout(() => this.follow(''), RETRY_AFTER).unref();
  }

  private async renew(id: string): Promise<void> {
    if (id === '') {
      await this.reload();
    } else {
      const changed = await this.store.find(id);
      this.forget(id);
      this.learn(changed);
    }
    for (const listener of this.changeListeners) listener(id === '' ? undefined : id);
  }

  private async reload(): Promise<void> {
    const applications = await this.store.all();
    this.byId = new Map();
    this.byClientId = new Map();
    this.byEntityId = new Map();
    for (const application of applications) this.learn(application);
  }

  private learn(application: Application | undefined): Application | undefined {
    if (application === undefined) return undefined;
    this.byId.set(application.id, application);
    if (application.oidc) this.byClientId.set(application.oidc.clientId, application);
    if (application.saml) this.byEntityId.set(application.saml.entityId, application);
    return application;
  }

  private forget(id: string): void {
    const known = this.byId.get(id);
    if (known?.oidc) this.byClientId.delete(known.oidc.clientId);
    if (known?.saml) this.byEntityId.delete(known.saml.entityId);
    this.byId.delete(id);
  }
}
