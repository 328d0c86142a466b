import type { ComponentStatus, DayOfComponent } from '#libs/operations';

const WIDTH = 5;
const GAP = 1;
const HEIGHT = 28;

/** Unknown, good, a little trouble (under an hour and a half), a lot. */
function colourOf({ share, downMinutes }: DayOfComponent): string {
  if (share === undefined) return 'var(--line)';
  if (downMinutes === 0) return 'var(--good)';
  return downMinutes < 90 ? 'var(--accent)' : 'var(--danger)';
}

/** One bar per day, oldest first; taller where there was trouble, so that colour is not all that tells. */
export function DayBars({ status, label }: { readonly status: ComponentStatus; readonly label: string }) {
  const width = status.days.length * (WIDTH + GAP);
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width="100%"
      height={HEIGHT}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {status.days.map((day, index) => {
        const height = day.downMinutes > 0 ? HEIGHT : HEIGHT * 0.7;
        return (
          <rect
            key={day.day}
            x={index * (WIDTH + GAP)}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            fill={colourOf(day)}
          />
        );
      })}
    </svg>
  );
}
