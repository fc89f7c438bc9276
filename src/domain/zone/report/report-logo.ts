/**
 * The kinds of picture that a logo may be. An SVG may hold scripts and addresses of other sites.
 */
export const logoTypes = ['png', 'jpeg'] as const;
export type LogoType = (typeof logoTypes)[number];

/** The logo of a zone's reports. The store holds its bytes by their hash. */
export interface ReportLogo {
  readonly sha256: string;
  /** The name of the file that was uploaded. */
  readonly file: string;
  readonly type: LogoType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The limits of a logo: bytes, pixels of a side, and the ratio of its sides. */
export const logoLimits = {
  bytes: 512 * 1024,
  leastSide: 16,
  mostSide: 4000,
  mostRatio: 10,
} as const;

/**
 * Fits a logo into a box without distortion.
 *
 * @returns its width and height in the unit of the box
 */
export function fitLogo(
  { width, height }: Pick<ReportLogo, 'width' | 'height'>,
  box: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const scale = Math.min(box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}
