import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { becomesReady, lastWords, launchApp, stopApps } from './apps.mjs';
import { APPS } from './environment.mjs';
import { logFolder } from './paths.mjs';

const RESTARTS_ALLOWED = 3;
const RESTART_WINDOW = 60_000;

/** Starts the apps, keeps them running, and stops them. */
export class Supervisor {
  #apps = new Map();
  #restarts = new Map();
  #stopping = false;

  constructor({ ports, env, onChange = () => undefined }) {
    this.ports = ports;
    this.env = env;
    this.onChange = onChange;
  }

  get pids() {
    return [...this.#apps.values()].map(({ child }) => child.pid).filter((pid) => pid !== undefined);
  }

  async start() {
    for (const name of APPS) this.#launch(name);
    await Promise.all([...this.#apps.values()].map((app) => this.#ready(app)));
    for (const app of this.#apps.values()) this.#keep(app);
  }

  /** Stops and starts some apps, after their code changed. */
  async restart(names) {
    const old = names.map((name) => this.#apps.get(name)).filter((app) => app !== undefined);
    for (const app of old) app.expected = true;
    await stopApps(old);
    await Promise.all(names.map((name) => this.#again(name)));
  }

  async stop({ hard = false } = {}) {
    this.#stopping = true;
    await stopApps([...this.#apps.values()], { hard });
  }

  #launch(name, append = false) {
    const logFile = join(logFolder, `${name}.log`);
    const app = launchApp({ name, port: this.ports[name], env: this.env, logFile, append });
    this.#apps.set(name, app);
    this.onChange();
    return app;
  }

  #ready(app) {
    return becomesReady(app, { isStopping: () => this.#stopping });
  }

  async #again(name) {
    if (this.#stopping) return;
    const app = this.#launch(name, true);
    try {
      await this.#ready(app);
      if (!this.#stopping) process.stdout.write(`${name} is running again.\n`);
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
    }
    this.#keep(app);
  }

  #keep(app) {
    const ended = () => {
      if (!this.#stopping && app.expected !== true) void this.#recover(app);
    };
    if (app.exit === undefined) app.child.once('exit', ended);
    else ended();
  }

  async #recover(app) {
    process.stderr.write(`\n${app.name} ended unexpectedly (${app.exit}). ${lastWords(app)}\n`);
    const now = Date.now();
    const recent = (this.#restarts.get(app.name) ?? []).filter((at) => now - at < RESTART_WINDOW);
    if (recent.length >= RESTARTS_ALLOWED) {
      process.stderr.write(
        `${app.name} keeps ending, so it stays stopped. Mend it, then run npm start again.\n`,
      );
      return;
    }
    this.#restarts.set(app.name, [...recent, now]);
    await sleep(500);
    await this.#again(app.name);
  }
}
