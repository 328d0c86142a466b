/** A form of a page of ours, as a browser without a screen sees it. */
export interface PageForm {
  readonly action: URL;
  /** Hidden fields and preset values, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

const TAG = '((?:[^>"]|"[^"]*")*)';

/** The first form of a page that is sent by POST. */
export function postFormOf(body: string, at: URL): PageForm | undefined {
  for (const [, attributes = '', inside = ''] of body.matchAll(
    new RegExp(`<form\\b${TAG}>(.*?)</form>`, 'gs'),
  )) {
    const { method = 'get', action = '' } = attributesOf(attributes);
    if (method.toLowerCase() !== 'post') continue;
    const inputs = [...inside.matchAll(new RegExp(`<input\\b${TAG}>`, 'g'))].map(([, text = '']) =>
      attributesOf(text),
    );
    const fields = inputs.flatMap(({ name, value = '' }) => (name === undefined ? [] : [[name, value]]));
    return { action: new URL(action, at), fields: Object.fromEntries(fields) as PageForm['fields'] };
  }
  return undefined;
}

/** Where the link to a key leads, on the page of keys. */
export function keyLinkOf(body: string, key: string, at: URL): URL | undefined {
  for (const [, text = ''] of body.matchAll(new RegExp(`<a\\b${TAG}>`, 'g'))) {
    const { 'data-key': named, href } = attributesOf(text);
    if (named === key && href !== undefined) return new URL(href, at);
  }
  return undefined;
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      unescaped(value),
    ]),
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => NAMED[name] ?? '');
