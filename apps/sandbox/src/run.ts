import 'reflect-metadata';
import { loadConfig } from '#libs/config';
import { createLogger, runApp } from '#libs/http';
import { FaultBoard } from './faults/fault-board.js';
import { SandboxSettings } from './sandbox-settings.js';
import { createSandbox } from './create-sandbox.js';

const config = loadConfig();
const settings = new SandboxSettings({
  baseUrl: config.baseUrl.sandbox ?? `http://localhost:${config.port.sandbox}`,
  fasBaseUrl: config.baseUrl.fas,
  dataDirectory: config.dataDirectory,
  listenHost: config.http.listenHost,
  smtpPort: config.port.sandboxSmtp,
  smppPort: config.port.sandboxSmpp,
});
const app = await createSandbox(settings, createLogger('sandbox', config.logLevel));

// Whoever hangs by a fault would keep the process from stopping.
const board = app.get(FaultBoard);
for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(reason, () => board.releaseAll());

await runApp(app, { port: config.port.sandbox, host: config.http.listenHost });
