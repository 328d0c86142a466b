import type { ComponentChildren } from 'preact';

/** A day with its month and year, a time with the word before it, a reference. */
const WHOLE = /(\d{1,2}\.? \p{L}+ \d{4}|\p{L}+ \d{2}:\d{2}|\b[0-9A-Z]{4}-[0-9A-Z]{4}\b)/u;

/** Text for a narrow cell: what is read in one go stays on one line, such as `9 maart 2026` and `om 09:40`. */
export function unbroken(content: ComponentChildren): ComponentChildren {
  if (typeof content !== 'string') return content;
  const parts = content.split(WHOLE);
  if (parts.length === 1) return content;
  // Every second part is one that was found.
  return parts.map((part, at) => (at % 2 === 1 ? <span class="whole">{part}</span> : part));
}
