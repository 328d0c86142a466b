import 'reflect-metadata';
import { listenersOf, loadConfig } from '#libs/config';
import { runApp } from '#libs/http';
import { createWorker } from './create-worker.js';

const config = loadConfig();
await runApp(await createWorker(config), listenersOf(config, 'worker'));
