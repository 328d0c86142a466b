import { linksOf, type Answer, type PageWalker } from './page-walker.js';
import { stack } from './stack.js';

/** The services that the sandbox plays, by the name of their key. */
export const SERVICES = { itsme: 'itsme', 'service-vouch': 'vouch' } as const;
export type ServiceKey = keyof typeof SERVICES;

export const sandboxAddress = (path: string): string => new URL(path, stack().addresses.sandbox).href;

async function post(path: string, body: Readonly<Record<string, unknown>>): Promise<unknown> {
  const response = await fetch(sandboxAddress(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** The phone answers by itself from now on. */
export const answerAlways = (phone: string, answer: 'confirm' | 'refuse' | 'ask'): Promise<unknown> =>
  post('/itsme/auto', { phone, answer });

/** The next answer of the service is wrong in this way. */
export const beWrong = (wrong: string, key: ServiceKey = 'itsme'): Promise<unknown> =>
  post('/itsme/test/wrong', { service: SERVICES[key], wrong });

export const rollOver = (keepOld: boolean, key: ServiceKey = 'itsme'): Promise<unknown> =>
  post('/itsme/test/roll-over', { service: SERVICES[key], keepOld });

export const makeAccountAnew = (phone: string): Promise<unknown> =>
  post('/itsme/test/new-account', { phone });

/** How often programs asked the service what. */
export async function asked(key: ServiceKey = 'itsme'): Promise<Readonly<Record<string, number>>> {
  const response = await fetch(sandboxAddress(`/itsme/test/asked/${SERVICES[key]}`));
  return (await response.json()) as Record<string, number>;
}

export async function setServiceFault(
  mode: 'ok' | 'error' | 'hang' | 'reset' | 'garbage' | 'delay',
  ms = 0,
): Promise<void> {
  await post('/faults', { target: 'itsme', mode, ms });
}

/** From the choice of keys to the service, where the phone is given; the address that leads back, unopened. */
export async function confirmAt(
  walker: PageWalker,
  choice: Answer,
  phone: string,
  key: ServiceKey = 'itsme',
): Promise<URL> {
  const found = linksOf(choice).find(({ pathname }) => pathname.endsWith(`/${key}`));
  if (found === undefined) throw new Error(`${choice.url.pathname} (${choice.status}) offers no ${key}`);
  return confirmFrom(walker, await walker.open(found), phone);
}

/** The same from the page of the key. */
export async function confirmFrom(walker: PageWalker, page: Answer, phone: string): Promise<URL> {
  const away = await walker.submit(page);
  if (away.location === undefined) throw new Error(`not sent to the service: ${away.status}`);
  const atService = await walker.send(away.location);
  if (atService.location === undefined)
    throw new Error(`the service refused (${atService.status}): ${atService.body}`);
  await walker.post(atService.location, { phone });
  const waiting = await walker.send(atService.location);
  const back = /^0;url=(.*)$/.exec(waiting.headers.get('refresh') ?? '')?.[1];
  if (back === undefined) throw new Error('the phone has not answered');
  return new URL(back);
}

/** The whole way, up to what FAS makes of the answer. */
export async function proveAt(
  walker: PageWalker,
  choice: Answer,
  phone: string,
  key: ServiceKey = 'itsme',
): Promise<Answer> {
  return walker.open(await confirmAt(walker, choice, phone, key));
}
