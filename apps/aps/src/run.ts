import 'reflect-metadata';
import { listenersOf, loadConfig } from '#libs/config';
import { createLogger, runApp } from '#libs/http';
import { apsSettings } from './aps.settings.js';
import { createAps } from './create-aps.js';

const config = loadConfig();
const app = await createAps(apsSettings(config), createLogger('aps', config.logLevel));
await runApp(app, listenersOf(config, 'aps'));
