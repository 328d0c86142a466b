import { LEVELS } from './level.js';
import { rankedKeys, type KeyPolicy, type LoaPolicy } from './policy.js';
import { CONTEXTS, EIDAS_LEVELS, type EidasLevel } from './words.js';

const reaches = (level: EidasLevel, wanted: EidasLevel) =>
  EIDAS_LEVELS.indexOf(level) >= EIDAS_LEVELS.indexOf(wanted);

/** What a readable policy may still not say. */
export function policyProblems(policy: LoaPolicy): string[] {
  return [
    ...rankProblems(policy),
    ...levelProblems(policy),
    ...contextProblems(policy),
    ...rankedKeys(policy).flatMap((key) => keyProblems(key, policy)),
  ];
}

function rankProblems(policy: LoaPolicy): string[] {
  const keys = rankedKeys(policy);
  return keys.flatMap((key, index) => {
    const before = keys[index - 1];
    return before?.rank === key.rank ? [`keys.${key.key}.rank: also the rank of ${before.key}`] : [];
  });
}

function levelProblems(policy: LoaPolicy): string[] {
  return LEVELS.flatMap((level, index) => {
    const below = LEVELS[index - 1];
    const falls = below !== undefined && !reaches(policy.eidas[level], policy.eidas[below]);
    return falls ? [`eidas.${level}: lower than that of level ${below}`] : [];
  });
}

function contextProblems({ enrolment }: LoaPolicy): string[] {
  return CONTEXTS.flatMap((context) => {
    const closed = Object.values(enrolment).some(
      ({ cap, contexts }) => cap === LEVELS.at(-1) && !contexts.includes(context),
    );
    return closed ? [`enrolment: without a cap the context ${context} cannot be refused`] : [];
  });
}

/** Implementing Regulation (EU) 2015/1502, annex, 2.2.1: what each assurance level asks of a key. */
function keyProblems(key: KeyPolicy, policy: LoaPolicy): string[] {
  const highest = policy.eidas[key.levels[0]];
  const problems: string[] = [];
  if (key.levels.some((level, index) => index > 0 && level >= (key.levels[index - 1] ?? 0))) {
    problems.push(`keys.${key.key}.levels: strongest first`);
  }
  if (reaches(highest, 'substantial') && key.factors.length < 2) {
    problems.push(`keys.${key.key}: ${highest} asks two factors of different kinds`);
  }
  if (reaches(highest, 'high') && !key.hardwareBound) {
    problems.push(`keys.${key.key}: ${highest} asks protection against copying and tampering`);
  }
  return problems;
}
