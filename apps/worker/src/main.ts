import 'reflect-metadata';
import { loadConfig } from '#libs/config';
import { runApp } from '#libs/http';
import { createWorker } from './create-worker.js';

const config = loadConfig();
await runApp(await createWorker(config), { port: config.port.worker, host: config.http.listenHost });
