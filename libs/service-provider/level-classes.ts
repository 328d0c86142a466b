import { levelClass, parseClassReference, type Context, type Level } from '#libs/loa';

/** The classes by which an identity provider states levels. */
export interface LevelClasses {
  /** The class to ask, as a minimum, for at least this level; undefined when it has none that strong. */
  readonly classFor: (minimum: Level) => string | undefined;
  /** The level that a class states; undefined for one that is none of theirs. */
  readonly levelOf: (classReference: string) => Level | undefined;
}

/** The classes of FAS, in the context that people sign in to. */
export function fasClasses(context: Context): LevelClasses {
  return {
    classFor: (minimum) => levelClass(minimum, context),
    levelOf(classReference) {
      const stated = parseClassReference(classReference);
      if (stated?.kind !== 'level') return undefined;
      return stated.context === null || stated.context === context ? stated.level : undefined;
    },
  };
}

/** The classes of another identity provider, each with what it is worth to us. */
export function mappedClasses(levels: ReadonlyMap<string, Level>): LevelClasses {
  const weakestFirst = [...levels].toSorted(([, one], [, other]) => one - other);
  return {
    classFor: (minimum) => weakestFirst.find(([, level]) => level >= minimum)?.[0],
    levelOf: (classReference) => levels.get(classReference),
  };
}
