import type { ComponentChildren } from 'preact';
import type { Language } from '#libs/kernel';
import type { Context, KeyKind, Level, UnavailableReason } from '#libs/loa';
import { Icon } from '../components/icon.js';
import { KeyIcon } from './key-icon.js';
import { keyAbout, keyName, strengthWord } from './key-words.js';
import { keyTileTexts } from './key.texts.js';
import { StrengthMeter } from './strength-meter.js';

export interface KeyTileProps {
  readonly language: Language;
  readonly kind: KeyKind;
  readonly level: Level;
  readonly href: string;
  /** it was the last one in this browser */
  readonly usedLast?: boolean;
}

/** A key the person can use now: one large link, `data-key` names the key. Its strength stands above the group. */
export function KeyTile({ language, kind, level, href, usedLast = false }: KeyTileProps) {
  const t = keyTileTexts.in(language);
  return (
    <li>
      <a class="tile" href={href} data-key={kind}>
        <span class="tile-icon">
          <KeyIcon kind={kind} />
        </span>
        <span>
          <span class="tile-name">{keyName(kind, language)}</span>{' '}
          <span class="tile-about">{keyAbout(kind, language)}</span>{' '}
          <span class="visually-hidden">
            {t('strength')} {strengthWord(level, language)}
          </span>
          {usedLast && <span class="tile-used">{t('usedLast')}</span>}
        </span>
        <span class="tile-go">
          <Icon name="next" />
        </span>
      </a>
    </li>
  );
}

export interface UnavailableKeyTileProps {
  readonly language: Language;
  readonly kind: KeyKind;
  readonly reason: UnavailableReason;
  /** in which quality the person signs in */
  readonly context: Context;
}

/** A key that does not open this service: named, with the reason, and not a link. */
export function UnavailableKeyTile({ language, kind, reason, context }: UnavailableKeyTileProps) {
  const words = reason === 'not-in-this-context' ? (`not-as-${context}` as const) : reason;
  return (
    <li class="tile tile-unavailable" data-unavailable-key={kind}>
      <span class="tile-icon">
        <KeyIcon kind={kind} size={32} />
      </span>
      <span>
        <span class="tile-name">{keyName(kind, language)}</span>{' '}
        <span class="tile-reason">{keyTileTexts.in(language)(words)}</span>
      </span>
    </li>
  );
}

/** A list of tiles; `dense` sets those that are only told about, side by side where there is room. */
export function KeyTiles({ dense = false, children }: { dense?: boolean; children: ComponentChildren }) {
  return <ul class={dense ? 'tiles tiles-unavailable' : 'tiles'}>{children}</ul>;
}

/** Tiles of one strength, under a heading that says it in words. */
export function KeyGroup(props: { language: Language; level: Level; children: ComponentChildren }) {
  return (
    <div class="tile-group">
      <h2>
        <StrengthMeter level={props.level} language={props.language} />
      </h2>
      <KeyTiles>{props.children}</KeyTiles>
    </div>
  );
}
