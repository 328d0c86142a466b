import { Module } from '@nestjs/common';
import { createApp, type App, type Logger } from '#libs/http';
import type { Language, LocalisedText } from '#libs/kernel';
import { CardAuthority } from './card-authority/card-authority.js';
import { statusServer, STATUS_PREFIX } from './card-authority/status-server.js';
import { FaultBoard } from './faults/fault-board.js';
import { SandboxModule } from './sandbox.module.js';
import type { SandboxSettings } from './sandbox-settings.js';

const NAME: LocalisedText = { nl: 'Sandbox', fr: 'Sandbox', de: 'Sandbox', en: 'Sandbox' };
const LINKS = (_language: Language) => ({
  help: '/',
  accessibility: '/',
  privacy: '/',
  contact: '/',
  home: '/',
});

/** The sandbox, ready to listen. */
export async function createSandbox(settings: SandboxSettings, logger?: Logger): Promise<App> {
  @Module({ imports: [SandboxModule.with(settings)] })
  class Sandbox {}

  const app = await createApp({
    name: 'sandbox',
    module: Sandbox,
    baseUrl: settings.baseUrl,
    frame: { serviceName: NAME, links: LINKS },
    textBodies: ['text/xml'],
    // The outside world of a busy machine is slow; that it refuses is for its faults to play.
    overload: { delay: Infinity },
    ...(logger && { logger }),
  });
  app.mountNodeHandler(STATUS_PREFIX, statusServer(app.get(CardAuthority), app.get(FaultBoard)));
  return app;
}
