import type { Language } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { keyName } from '#libs/ui';
import { foreignAdviceTexts, foreignMeansTexts, foreignProblemTexts } from './foreign-means.texts.js';
import type { ServicePageProblem } from './identity-service.prove.page.js';
import { identityServiceTexts, serviceAdviceTexts, serviceProblemTexts } from './identity-service.texts.js';

type Word = 'lead' | 'stepGo' | 'stepConfirm' | 'go' | 'again' | 'privacyTitle' | 'privacy';

/** The words of the page: a service has a name and an app, the European node leads to a country. */
export interface ServiceWords {
  readonly say: (word: Word) => string;
  readonly problem: (problem: ServicePageProblem) => string;
  readonly advice: (problem: ServicePageProblem) => string;
}

export function wordsOf(kind: KeyKind, language: Language): ServiceWords {
  if (kind === 'eidas')
    return {
      say: (word) => foreignMeansTexts.in(language)(word),
      problem: (problem) => foreignProblemTexts.in(language)(problem),
      advice: (problem) => foreignAdviceTexts.in(language)(problem),
    };
  const service = keyName(kind, language);
  return {
    say: (word) => identityServiceTexts.in(language)(word, { service }),
    problem: (problem) => serviceProblemTexts.in(language)(problem, { service }),
    advice: (problem) => serviceAdviceTexts.in(language)(problem, { service }),
  };
}
