type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** An element of the library with its type. */
interface TypedElement {
  readonly dictionary: { readonly data: { readonly S: string } };
}

/** The look of a line of text. Consecutive lines of the same look are one paragraph. */
export interface TextLook {
  readonly size: number;
  readonly bold: boolean;
  readonly left: string;
}
/** The least size in points at which bold text is a heading. */
const headingSize = 13;

/**
 * The structure of a PDF: headings, paragraphs, links, and figures with their alternative text, in
 * reading order. Rules and backgrounds are artifacts, which screen readers skip.
 */
export class PdfStructure {
  readonly #document: Document;
  readonly #root: Element;
  /** The size of the title, once it is drawn. */
  #title: number | undefined;
  #last: { readonly element: Element; readonly key: string } | undefined;
  #isArtifact = false;
  /** The open elements from the document down, each with its step of the path. */
  readonly #open: { readonly step: string; readonly element: Element }[] = [];

  constructor(document: Document) {
    this.#document = document;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  /**
   * Draws one line of text.
   * @param address - the address of a link, if the text is one
   */
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

  /**
   * Opens the elements of a path such as `Table:1/TR:2/TH:3:Column`. Each step has a type, a number
   * and for a heading its scope. Elements that are already open continue, also on a later page.
   */
  open(path: string): Element {
    this.endArtifact();
    this.#last = undefined;
    const steps = path.split('/');
    let same = 0;
    while (same < steps.length && this.#open[same]?.step === steps[same]) same += 1;
    this.#open.length = same;
    for (const step of steps.slice(same)) {
      const [type = '', , scope] = step.split(':');
      const options = scope === undefined ? {} : { scope };
      const element = this.#document.struct(type, options as object);
      (this.#open.at(-1)?.element ?? this.#root).add(element);
      this.#open.push({ step, element });
    }
    return this.#open.at(-1)?.element ?? this.#root;
  }
  /** Draws a line of text in the element of a path. */
  tagged(path: string, draw: () => void): void {
    const element = this.open(path);
    this.#mark(element, (element as unknown as TypedElement).dictionary.data.S, draw);
  }

  /** Draws a figure. Its alternative text replaces all of its content for screen readers. */
  figure(alt: string, draw: () => void): void {
    this.endArtifact();
    const figure = this.#document.struct('Figure', { alt });
    this.#root.add(figure);
    this.#last = undefined;
    this.#open.length = 0;
    this.#mark(figure, 'Figure', draw);
  }

  /** Draws decoration as an artifact. */
  artifact(draw: () => void): void {
    if (!this.#isArtifact) this.#document.markContent('Artifact', { type: 'Layout' });
    this.#isArtifact = true;
    draw();
  }
  /** Ends an open artifact. */
  endArtifact(): void {
    if (this.#isArtifact) this.#document.endMarkedContent();
    this.#isArtifact = false;
  }
  /** Ends the paragraph with the page. */
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
