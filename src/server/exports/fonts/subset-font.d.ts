declare module 'subset-font' {
  /** Makes the subset of a font that draws these characters. */
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2' | 'truetype';
      readonly keepFeatures?: readonly string[];
      readonly preserveNameIds?: readonly number[];
      readonly noHinting?: boolean;
      readonly noLayoutClosure?: boolean;
    },
  ): Promise<Uint8Array>;
  export = subsetFont;
}
