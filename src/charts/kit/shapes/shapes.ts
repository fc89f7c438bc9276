import type { Token } from '#charts/kit/style/tokens.ts';
import { nameLine } from '#charts/kit/text/name-lines.ts';

/** A mark of a drawing, with everything that draws it. The layout decides; the View only paints. */
export type Shape =
  | {
      readonly kind: 'bar';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Omitted for a mere outline. */
      readonly fill?: Token;
      readonly stroke?: Token;
      readonly dashed?: boolean;
      /** Invented values. */
      readonly example?: boolean;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly colour?: Token;
      readonly bold?: boolean;
      readonly size?: number;
      readonly anchor?: 'start' | 'middle' | 'end';
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly colour: Token;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: Token;
      readonly stroke: Token;
    }
  /** An undisclosed amount. */
  | { readonly kind: 'ring'; readonly x: number; readonly y: number };

/** Draws a text in several lines, one below the other. `y` is the baseline of the first. */
export const drawLines = (
  lines: readonly string[],
  look: Omit<Extract<Shape, { readonly kind: 'text' }>, 'kind' | 'text'>,
): readonly Shape[] =>
  lines.map((text, at) => ({ kind: 'text', ...look, text, y: look.y + at * nameLine }));
