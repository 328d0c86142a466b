import type { Language } from '#libs/kernel';
import { levelWord } from '#libs/loa';
import type { Level, LevelWord } from '#libs/loa';
import { strengthWord } from './key-words.js';
import { keyTileTexts } from './key.texts.js';

const BARS: Readonly<Record<LevelWord, number>> = { basic: 0, low: 1, substantial: 2, high: 3 };

/** Three rising bars beside the word that says it. */
export function StrengthMeter({ level, language }: { level: Level; language: Language }) {
  const filled = BARS[levelWord(level)];
  return (
    <span class="strength">
      <svg width="30" height="21" viewBox="0 0 26 18" aria-hidden="true" focusable="false">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={1 + bar * 9}
            y={11 - bar * 5}
            width="6"
            height={6 + bar * 5}
            rx="1.5"
            fill={bar < filled ? 'currentColor' : 'none'}
            stroke="currentColor"
            stroke-width="1.5"
          />
        ))}
      </svg>
      <span>
        {keyTileTexts.in(language)('strength')} <b>{strengthWord(level, language)}</b>
      </span>
    </span>
  );
}
