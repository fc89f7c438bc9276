type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** The type of an element, as the library holds it. */
interface TypedElement {
  readonly dictionary: { readonly data: { readonly S: string } };
}

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
  /** The open elements from the document down, each with its step of the path. */
  readonly #open: { readonly step: string; readonly element: Element }[] = [];

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

  /**
   * Opens the element of a path, as `Table:1/TR:2/TH:3:Column`: its type, its number in the
   * document and the scope of a heading. Elements that are open already are gone on with, on a
   * later page too.
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
  /** Draws a line of text of the element of a path. */
  tagged(path: string, draw: () => void): void {
    const element = this.open(path);
    this.#mark(element, (element as unknown as TypedElement).dictionary.data.S, draw);
  }

  /** Draws a figure, whose alternative text stands for all that is in it. */
  figure(alt: string, draw: () => void): void {
    this.endArtifact();
    const figure = this.#document.struct('Figure', { alt });
    this.#root.add(figure);
    this.#last = undefined;
    this.#open.length = 0;
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
