import { fromBase64 } from '#server/core/binary/base64.ts';

/** A picture of the library. A PNG has its pixels until they are written. */
interface OpenedImage {
  readonly imgData?: unknown;
}
interface ImageOpener {
  openImage(bytes: Uint8Array): OpenedImage;
}

/** The pictures of a PDF that are no drawings: logos. */
export class PdfImages {
  readonly #document: PDFKit.PDFDocument;
  readonly #opened: OpenedImage[] = [];
  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
  }

  /** Draws a PNG or JPEG whose bytes stand in its address. */
  draw(
    address: string,
    x: number,
    y: number,
    size: { readonly width: number; readonly height: number },
  ): void {
    const [, base64] = /^data:image\/(?:png|jpeg);base64,(.*)$/.exec(address) ?? [];
    if (base64 === undefined) throw new Error('A picture on a PDF page needs its bytes in place.');
    const image = (this.#document as unknown as ImageOpener).openImage(fromBase64(base64));
    this.#opened.push(image);
    this.#document.image(image as unknown as string, x, y, size);
  }

  /**
   * Waits until all are written. One with transparency is unpacked in a thread, so without this the
   * order of objects, and with it the bytes, would depend on time.
   */
  async settle(): Promise<void> {
    while (this.#opened.some(({ imgData }) => imgData !== undefined && imgData !== null))
      await new Promise((resolve) => setImmediate(resolve));
  }
}
