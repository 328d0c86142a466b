import type { ChangedLine } from '../change-kind.js';

/** What a state says of itself, by label; `document`: a text for machines. */
export interface Said {
  readonly label: string;
  readonly text: string;
  readonly document?: boolean;
}

/** The lines that differ, in the order of what is to be. */
export function differences(before: readonly Said[], after: readonly Said[]): ChangedLine[] {
  const [old, wanted] = [byLabel(before), byLabel(after)];
  return [...new Map([...wanted, ...old])].flatMap(([label, { document = false }]) => {
    const [was, is] = [old.get(label)?.text, wanted.get(label)?.text];
    if (was === is) return [];
    return [
      {
        label,
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
        ...(document && { document }),
      },
    ];
  });
}

/** All that is to be, of something that was not there. */
export const allOf = (after: readonly Said[]): ChangedLine[] => differences([], after);

/** What is empty says nothing. */
const byLabel = (said: readonly Said[]): Map<string, Said> =>
  new Map(said.filter(({ text }) => text !== '').map((one) => [one.label, one]));
