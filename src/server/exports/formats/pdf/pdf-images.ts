import { fromBase64 } from '#server/core/binary/base64.ts';

/** A picture in the library. A PNG holds its pixels until the library has written them. */
interface OpenedImage {
  readonly imgData?: unknown;
}
interface ImageOpener {
  openImage(bytes: Uint8Array): OpenedImage;
}

/** The bitmaps of a PDF, which are logos. */
export class PdfImages {
  readonly #document: PDFKit.PDFDocument;
  readonly #images: OpenedImage[] = [];
  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
  }

  /**
   * Draws a PNG or JPEG from a data address.
   * @throws Error for an address that is no PNG or JPEG in base64
   */
  draw(
    address: string,
    x: number,
    y: number,
    size: { readonly width: number; readonly height: number },
  ): void {
    const [, base64] = /^data:image\/(?:png|jpeg);base64,(.*)$/.exec(address) ?? [];
    if (base64 === undefined) throw new Error('A picture on a PDF page needs its bytes in place.');
    const image = (this.#document as unknown as ImageOpener).openImage(fromBase64(base64));
    this.#images.push(image);
    this.#document.image(image as unknown as string, x, y, size);
  }

  /**
   * Waits until the library has written all pictures. It unpacks those with transparency in a
   * thread, so otherwise the order of objects, and so the bytes, would depend on time.
   */
  async settle(): Promise<void> {
    while (this.#images.some(({ imgData }) => imgData !== undefined && imgData !== null))
      await new Promise((resolve) => setImmediate(resolve));
  }
}
