import { loadConfig } from '#libs/config';
import { runApp } from '#libs/http';
import { createSma } from './create-sma.js';

const config = loadConfig();
await runApp(await createSma(config), { port: config.port.sma, host: config.http.listenHost });
