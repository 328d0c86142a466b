import type { ImportProgress } from '#libs/enterprises';

const WIDTH = 30;

/** `[#########.....................]  31 %  denomination.csv  1240000 rows` */
export function progressText({ file, rows, done }: ImportProgress): string {
  const share = Math.min(1, Math.max(0, done));
  const filled = Math.floor(share * WIDTH);
  const bar = '#'.repeat(filled) + '.'.repeat(WIDTH - filled);
  return `[${bar}] ${String(Math.floor(share * 100)).padStart(3)} %  ${file}  ${rows} rows`;
}

/** One line that is drawn anew on a terminal, and a line per file elsewhere, such as in a log. */
export function progressLine(out: NodeJS.WriteStream): {
  show: (progress: ImportProgress) => void;
  end: () => void;
} {
  let file: string | undefined;
  let drawn = false;
  return {
    show(progress) {
      if (out.isTTY) {
        out.write(`\r\u001b[K${progressText(progress)}`);
        drawn = true;
      } else if (progress.file !== file) {
        out.write(`${progressText(progress)}\n`);
      }
      file = progress.file;
    },
    end() {
      if (drawn) out.write('\n');
    },
  };
}
