import type { Language } from '#libs/kernel';
import { exampleFrame, exampleService } from '#libs/ui';
import type { ProveAddresses } from './prove-frame.js';

/** The surroundings of a prove page in the gallery: an invented service and journey. */
export const exampleAddresses = (language: Language, key: string): ProveAddresses => ({
  frame: exampleFrame(language),
  service: exampleService(language),
  action: `/fas/sign-in/0198f0c2-example/${key}`,
  otherKeyHref: '/fas/sign-in/0198f0c2-example',
  forgotHref: '/sma/recovery',
});
