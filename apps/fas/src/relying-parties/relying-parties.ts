import type { Application, ApplicationsStore } from '#libs/agencies';

export interface ChangeFeed {
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>;
}

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

  constructor(private readonly store: ApplicationsStore) {}

  /** Loads all applications and follows changes. */
  async start(feed: ChangeFeed): Promise<void> {
    this.stopListening = await feed.listen('application_changed', (id) => void this.renew(id));
    await this.reload();
  }

  async stop(): Promise<void> {
    await this.stopListening?.();
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

  private async renew(id: string): Promise<void> {
    if (id === '') {
      await this.reload();
    } else {
      this.forget(id);
      this.learn(await this.store.find(id));
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
