import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A piece of a page. Text is escaped by the renderer. */
export function renderMarkup(piece: VNode): string {
  return renderToString(piece);
}

/** The whole document as sent to the browser. Text is escaped by the renderer. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
