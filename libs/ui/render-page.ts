import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The whole document as sent to the browser. Text is escaped by the renderer. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
