const PATHS = {
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.4 9.3a2.7 2.7 0 1 1 4 2.4c-.9.5-1.4 1-1.4 2v.3M12 17.2v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.6v.1',
  success: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12.3l2.8 2.8L16.2 9.3',
  warning: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1',
  problem: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.2v6M12 16.4v.1',
  next: 'M9 5l7 7-7 7',
} as const;

export type IconName = keyof typeof PATHS;

/** A small sign beside words that say the same, hence hidden from assistive technology. */
export function Icon({ name, size = 28 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The large sign above the h1 of a page that ends a journey. */
export function PageMark({ kind }: { kind: 'info' | 'success' | 'warning' | 'problem' }) {
  return (
    <div class={`mark mark-${kind}`}>
      <Icon name={kind} size={36} />
    </div>
  );
}
