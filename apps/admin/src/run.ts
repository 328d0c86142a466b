import { listenersOf, loadConfig } from '#libs/config';
import { runApp } from '#libs/http';
import { createAdmin } from './create-admin.js';

const config = loadConfig();
await runApp(await createAdmin(config), listenersOf(config, 'admin'));
