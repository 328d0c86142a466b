import { readFileSync } from 'node:fs';

type Guide = 'README' | 'openid-connect' | 'saml';

/**
 * An example of the integrator guide, so that what agencies copy is what these tests sign in with.
 *
 * @param heading of the section it stands in
 * @param language of the code block, of which the first counts
 */
export function guideExample(heading: string, language: string, which = 0, guide: Guide = 'saml'): string {
  const address = new URL(`../../../docs/integrator-guide/${guide}.md`, import.meta.url);
  const [, section] = readFileSync(address, 'utf8').split(`\n## ${heading}\n`);
  const inside = section?.split('\n## ')[0] ?? '';
  const blocks = [...inside.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, name]) => name === language);
  const example = blocks[which]?.[2];
  if (example === undefined) throw new Error(`the guide has no example ${heading}, ${language}, ${which}`);
  return example;
}

/** The text with these words in the place of others, each of which must be there. */
export function adapted(text: string, changes: Readonly<Record<string, string>>): string {
  let result = text;
  for (const [from, to] of Object.entries(changes)) {
    if (!result.includes(from)) throw new Error(`the example no longer says ${from}`);
    result = result.replaceAll(from, to);
  }
  return result;
}
