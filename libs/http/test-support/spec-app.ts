import type { Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { App, FrameSettings } from '../index.js';
import { createApp, createLogger } from '../index.js';
import type { AppOptions } from '../create-app.js';

const same = (text: string) => ({ nl: text, fr: text, de: text, en: text });

export const specFrame: FrameSettings = {
  serviceName: same('Spec'),
  links: () => ({ help: '/help', accessibility: '/a', privacy: '/p', contact: '/c', home: '/' }),
};

export interface SpecApp {
  readonly app: App;
  /** Parsed log lines so far. */
  readonly logs: Record<string, unknown>[];
  /** The log as written. */
  readonly logText: () => string;
}

/** An app around some controllers, whose log can be read back. */
export async function specApp(
  controllers: Type<unknown>[],
  options: Partial<AppOptions> = {},
): Promise<SpecApp> {
  @Module({ controllers })
  class SpecModule {}

  const lines: string[] = [];
  const logger = createLogger('spec', 'debug', { write: (line) => lines.push(line) });
  const app = await createApp({
    name: 'spec',
    module: SpecModule,
    baseUrl: 'http://localhost:4100',
    frame: specFrame,
    logger,
    ...options,
  });
  return {
    app,
    get logs() {
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    logText: () => lines.join(''),
  };
}
