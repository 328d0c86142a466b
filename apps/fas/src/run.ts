import { listenersOf, loadConfig } from '#libs/config';
import { runApp } from '#libs/http';
import { createFas } from './create-fas.js';

const config = loadConfig();
await runApp(await createFas(config), listenersOf(config, 'fas'));
