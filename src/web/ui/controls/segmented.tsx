import type { ReactNode } from 'react';
import * as controlsStyles from './controls.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  /** Language of the label when it differs from the page's. */
  readonly lang?: string;
}

/** A choice of a few options, all visible. */
export function SegmentChoice<V extends string>({
  label,
  segments,
  value,
  onChange,
  onApproach,
  tall = false,
}: {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** Called when the pointer or the focus reaches an option. */
  readonly onApproach?: (value: V) => void;
  readonly tall?: boolean;
}) {
  return (
    <div
      className={
        tall ? `${controlsStyles.segmented} ${controlsStyles.tall}` : controlsStyles.segmented
      }
      role="group"
      aria-label={label}
    >
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          lang={segment.lang}
          aria-pressed={segment.value === value}
          onPointerEnter={() => onApproach?.(segment.value)}
          onFocus={() => onApproach?.(segment.value)}
          onClick={() => onChange(segment.value)}
        >
          {segment.label}
        </button>
      ))}
    </div>
  );
}
