type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** How a line of text looks: lines that look alike and follow each other are one paragraph. */
export interface TextLook {
  readonly size: number;
  readonly bold: boolean;
  readonly left: string;
}
/** Bold text of this size in points and above is a heading. */
const headingSize = 13;

/**
 * The structure of a PDF: headings, paragraphs, links, and figures with their alternative text, in
 * the order of reading. Rules and grounds are artifacts, which nobody reads out.
 */
export class PdfStructure {
  readonly #document: Document;
  readonly #root: Element;
  /** The size of the title, once it stands. */
  #title: number | undefined;
  #last: { readonly element: Element; readonly key: string } | undefined;
  #isArtifact = false;

  constructor(document: Document) {
    this.#document = document;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  /** Draws one line of text. `address`: where it leads. */
  text(look: TextLook, address: string | undefined, draw: (link: Element | undefined) => void) {
    this.endArtifact();
    const type = this.#textType(look);
    const key = `${type} ${look.size} ${look.left}`;
    const element = this.#last?.key === key ? this.#last.element : this.#document.struct(type, {});
    if (element !== this.#last?.element) this.#root.add(element);
    this.#last = { element, key };
    if (address === undefined) this.#mark(element, type, () => draw(undefined));
    else {
      const link = this.#document.struct('Link', { alt: address });
      element.add(link);
      this.#mark(link, 'Link', () => draw(link));
    }
  }

  /** Draws a figure, whose alternative text stands for all that is in it. */
  figure(alt: string, draw: () => void): void {
    this.endArtifact();
    const figure = this.#document.struct('Figure', { alt });
    this.#root.add(figure);
    this.#last = undefined;
    this.#mark(figure, 'Figure', draw);
  }

  /** Draws what only decorates. */
  artifact(draw: () => void): void {
    if (!this.#isArtifact) this.#document.markContent('Artifact', { type: 'Layout' });
    this.#isArtifact = true;
    draw();
  }
  /** Ends an artifact: at the end of a page too. */
  endArtifact(): void {
    if (this.#isArtifact) this.#document.endMarkedContent();
    this.#isArtifact = false;
  }
  /** A paragraph doesn't go on from one page to the next. */
  endPage(): void {
    this.endArtifact();
    this.#last = undefined;
  }
  end(): void {
    this.#root.end();
  }

  #mark(element: Element, type: string, draw: () => void): void {
    const content = this.#document.markStructureContent(type, {});
    draw();
    this.#document.endMarkedContent();
    element.add(content);
  }
  #textType({ size, bold }: TextLook): 'H1' | 'H2' | 'P' {
    if (!bold || size < headingSize) return 'P';
    this.#title ??= size;
    return size === this.#title ? 'H1' : 'H2';
  }
}
