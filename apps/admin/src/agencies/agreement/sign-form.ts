import { textProblem } from '../agency-form.js';
import { Problems, type Typed } from '../../frame/form/typed.js';

export type SignMessage = 'missing' | 'long' | 'notAccepted';

const LONGEST = 120;

/** What is wrong with a signature that somebody wants to put. */
export const signProblems = (typed: Typed): Problems<SignMessage> =>
  new Problems<SignMessage>({
    name: textProblem(typed.text('name'), LONGEST),
    function: textProblem(typed.text('function'), LONGEST),
    accept: typed.ticked('accept') ? undefined : 'notAccepted',
  });
