import type { PageExample } from '#libs/ui';
import { codeExamples } from '../one-time-code/code.examples.js';
import { CodeProvePage } from '../one-time-code/code.prove.page.js';
import { exampleAddresses } from '../prove.examples.js';
import { maskNumber } from './sms-number.js';
import { smsWords } from './sms.words.js';

export const smsExamples: readonly PageExample[] = [
  ...codeExamples({ key: 'sms', words: smsWords, destination: maskNumber('+32460000001') }),
  {
    name: 'sms/sim-changed',
    render: (language) => (
      <CodeProvePage
        {...exampleAddresses(language, 'sms')}
        words={smsWords}
        state={{ kind: 'sim-changed' }}
      />
    ),
  },
];
