import type { Element } from '@xmldom/xmldom';
import { attributeOf } from '../xml/read-element.js';
import { booleanOf, indexOf, isMalformed } from '../xml/read-value.js';
import type { MetadataProblem, MetadataProblemReason } from './service-provider.js';

/** Reads values of one document and collects all that is wrong with it, so that its owner can mend it in one go. */
export class Problems {
  private readonly found: MetadataProblem[] = [];

  get all(): readonly MetadataProblem[] {
    return this.found;
  }

  add(reason: MetadataProblemReason, detail: string): void {
    this.found.push({ reason, detail });
  }

  boolean(element: Element, name: string): boolean | undefined {
    const value = booleanOf(element, name);
    if (!isMalformed(value)) return value;
    this.add('boolean', `${name} of ${element.tagName}`);
    return undefined;
  }

  /** An index that must be there and differ from those before it. */
  index(element: Element, taken: Set<number>): number {
    const value = indexOf(element, 'index');
    if (value === undefined || isMalformed(value) || taken.has(value)) {
      this.add('index', `${element.tagName} index="${attributeOf(element, 'index') ?? ''}"`);
      return -1;
    }
    taken.add(value);
    return value;
  }

  /** An absolute web address without user information or fragment; anything else could carry an answer elsewhere. */
  location(element: Element, name: 'Location' | 'ResponseLocation'): string {
    const text = attributeOf(element, name) ?? '';
    if (!isWebAddress(text)) this.add('location', `${name} of ${element.tagName}: "${text}"`);
    return text;
  }
}

function isWebAddress(text: string): boolean {
  if (text.length > 1024 || /[\s"'<>\\^`{|}]/.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return ['https:', 'http:'].includes(protocol) && username === '' && password === '' && hash === '';
}
