import type { Overview } from '#domain/overview/overview.ts';

/** One block of a drawing as a drawing of its own, as one currency. */
export interface BlockSeries<Series> {
  /** The same on both sides of a comparison. */
  readonly key: string;
  readonly series: Series;
}

/**
 * How two drawings of a chart get the same groups and axes, so that they can be read side by side.
 */
export interface Comparison<Series> {
  /** Columns of the table by which rows of the two sides belong together. */
  readonly keys: readonly string[];
  /** Gives both sides the same multiples, for their words and their drawings. */
  readonly size?: (first: Overview, second: Overview) => readonly [Overview, Overview];
  /** Gives both sides the same groups and units. It gets what `size` returns. */
  readonly pair?: (first: Overview, second: Overview) => readonly [Overview, Overview];
  /** Gives both sides the same axes. */
  readonly align: (first: Series, second: Series) => readonly [Series, Series];
  /** Divides a drawing with several blocks, so that both sides of each block are together. */
  readonly divide?: (series: Series) => readonly BlockSeries<Series>[];
}

/** Makes a drawing of each block of a drawing. */
export const divideBlocks = <Block, Series extends { readonly blocks: readonly Block[] }>(
  series: Series & { readonly blocks: readonly Block[] },
  keyOf: (block: Block) => string,
): readonly BlockSeries<Series>[] =>
  series.blocks.map((block) => ({ key: keyOf(block), series: { ...series, blocks: [block] } }));
