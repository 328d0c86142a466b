import { listenersOf, loadConfig } from '#libs/config';
import { runApp } from '#libs/http';
import { createSma } from './create-sma.js';

const config = loadConfig();
await runApp(await createSma(config), listenersOf(config, 'sma'));
