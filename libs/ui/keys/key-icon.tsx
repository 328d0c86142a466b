import type { VNode } from 'preact';
import { isServiceKind, type BuiltInKind, type KeyKind } from '#libs/loa';

/** Drawn on a 40 × 40 grid with one line weight; the detail that matters carries the accent colour. */
const DRAWINGS: Readonly<Record<BuiltInKind, VNode>> = {
  eid: (
    <>
      <rect x="4" y="9" width="32" height="22" rx="3.5" />
      <circle cx="27" cy="17.5" r="3.2" />
      <path d="M21.5 26.5c.6-3 2.7-4.3 5.5-4.3s4.9 1.3 5.5 4.3" />
      <path class="accent" d="M9 16.5h7.5v6.5H9zM12.75 16.5v6.5M9 19.75h7.5" />
    </>
  ),
  itsme: (
    <>
      <rect x="10.5" y="3.5" width="19" height="33" rx="4" />
      <path d="M18 32.5h4" />
      <path
        class="accent"
        d="M20 10.5l5.5 2v4.3c0 3.8-2.3 6.6-5.5 8.2-3.2-1.6-5.5-4.4-5.5-8.2v-4.3zM17.6 17.2l1.8 1.8 3.2-3.4"
      />
    </>
  ),
  eidas: (
    <>
      <circle cx="20" cy="20" r="16" />
      <path d="M4 20h32M20 4c5.2 4.3 7.5 9.6 7.5 16S25.2 31.7 20 36c-5.2-4.3-7.5-9.6-7.5-16S14.8 8.3 20 4z" />
      <path
        class="accent"
        d="M33.5 11.5a16 16 0 0 0-27 0M33.5 28.5a16 16 0 0 1-27 0"
        stroke-dasharray="0.1 5.2"
        stroke-width="3.4"
      />
    </>
  ),
  passkey: (
    <>
      <circle cx="14.5" cy="12" r="6" />
      <path d="M4.5 33c.7-7 4.6-10.5 10-10.5 2.4 0 4.5.700 6.1 2" />
      <path
        class="accent"
        d="M29.5 12.5a5 5 0 0 1 2.2 9.4v2.3l-1.9 2.2 1.9 2.2-2.6 3.4-2.1-2.6v-7.5a5 5 0 0 1 2.5-9.4zM29.5 17v.1"
      />
    </>
  ),
  totp: (
    <>
      <rect x="10.5" y="3.5" width="19" height="33" rx="4" />
      <path d="M18 32.5h4" />
      <path d="M15 25h.1M20 25h.1M25 25h.1" stroke-width="3.4" />
      <path class="accent" d="M20 9a5 5 0 1 1-4.9 4M20 11.5v2.7l1.9 1.1" />
    </>
  ),
  sms: (
    <>
      <path d="M8 6.5h24a4 4 0 0 1 4 4V24a4 4 0 0 1-4 4H19l-8 6.5V28H8a4 4 0 0 1-4-4V10.5a4 4 0 0 1 4-4z" />
      <path class="accent" d="M12.5 17.3h.1M20 17.3h.1M27.5 17.3h.1" stroke-width="3.8" />
    </>
  ),
  certificate: (
    <>
      <path d="M21 31.5H9a3 3 0 0 1-3-3V8.5a3 3 0 0 1 3-3h22a3 3 0 0 1 3 3v7" />
      <path d="M12 12.5h16M12 18.5h8" />
      <circle class="accent" cx="28.5" cy="23.5" r="4.8" />
      <path class="accent" d="M25.7 27.5v8l2.8-1.9 2.8 1.9v-8" />
    </>
  ),
  token: (
    <>
      <rect x="4" y="8" width="32" height="24" rx="3.5" />
      <path d="M9.5 13.5h4M18 13.5h4M26.5 13.5h4M9.5 20h3M27.5 20h3M9.5 26.5h4M18 26.5h4M26.5 26.5h4" />
      <rect class="accent" x="15.5" y="17.2" width="9" height="5.6" rx="1.5" />
    </>
  ),
  email: (
    <>
      <rect x="4" y="8" width="32" height="24" rx="3.5" />
      <path d="M5 10.5l15 11 15-11" />
      <path class="accent" d="M14 27h.1M20 27h.1M26 27h.1" stroke-width="3.4" />
    </>
  ),
  password: (
    <>
      <rect x="4" y="12" width="32" height="16" rx="3.5" />
      <path d="M11 20h.1M16.5 20h.1M22 20h.1" stroke-width="3.8" />
      <path class="accent" d="M28.5 16v8" />
    </>
  ),
  selfreg: (
    <>
      <circle cx="16.5" cy="12.5" r="6.5" />
      <path d="M5 34c.7-7.5 5.2-11.5 11.5-11.5 2.6 0 4.8.600 6.6 1.8" />
      <path class="accent" d="M30 23v11M24.5 28.5h11" />
    </>
  ),
};

/** The sign of a digital key; its name always stands beside it. */
export function KeyIcon({ kind, size = 44 }: { kind: KeyKind; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 40 40"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[isServiceKind(kind) ? 'itsme' : kind]}
    </svg>
  );
}
