import { loadConfig } from '#libs/config';
import { runApp } from '#libs/http';
import { createAdmin } from './create-admin.js';

const config = loadConfig();
await runApp(await createAdmin(config), { port: config.port.admin, host: config.http.listenHost });
