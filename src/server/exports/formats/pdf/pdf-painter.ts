import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { faceRuns } from '#server/exports/fonts/font-runs.ts';
import {
  addressOf,
  findHatches,
  inheritance,
  languageParts,
  number,
  openSpan,
  readDashes,
  readMove,
  isVisible,
  textIn,
  unpaintedElements,
} from './svg-values.ts';
import { PdfImages } from './pdf-images.ts';
import { PdfStructure } from './pdf-structure.ts';
import type { SvgNode } from '#server/exports/formats/svg/svg-tree.ts';

type Document = PDFKit.PDFDocument;
type Attributes = Readonly<Record<string, string>>;
/** The box that percentages refer to. */
interface Room {
  readonly width: number;
  readonly height: number;
}
/** Draws an SVG tree on pages of a PDF. It throws for elements that no drawing of ours has. */
export class PdfPainter {
  readonly #document: Document;
  readonly #language: Language;
  #hatches: ReadonlyMap<string, SvgNode> = new Map();
  readonly #structure: PdfStructure;
  readonly #images: PdfImages;
  /** The structure element of the link that is being drawn. */
  #link: PDFKit.PDFStructureElement | undefined;

  constructor(document: Document, language: Language) {
    this.#document = document;
    this.#language = language;
    this.#structure = new PdfStructure(document);
    this.#images = new PdfImages(document);
  }
  /** Waits until the pictures are written. */
  settle(): Promise<void> {
    return this.#images.settle();
  }
  /** Ends the document's structure. Call it after the last page. */
  end(): void {
    this.#structure.end();
  }

  /**
   * Adds a page of the drawing's size and draws it.
   * @throws Error for a drawing without a size, or with a mark that the painter does not know
   */
  page(root: SvgNode): void {
    const [
      ,
      ,
      width = number(root.attributes['width']),
      height = number(root.attributes['height']),
    ] = (root.attributes['viewBox'] ?? '')
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(Number);
    if (!(width > 0 && height > 0)) throw new Error('A page needs a width and a height.');
    this.#document.addPage({ size: [width, height], margin: 0 });
    this.#hatches = findHatches(root);
    for (const child of root.children)
      this.#tag(child, this.#handedOn(root.attributes, {}), { width, height }, root);
    this.#structure.endPage();
  }

  /** Draws a part of a page under its tag: text, figure or artifact. */
  #tag(node: SvgNode, from: Attributes, room: Room, root: SvgNode): void {
    if (unpaintedElements.has(node.name)) return;
    const { name, attributes, children } = node;
    const tag = attributes['data-tag'];
    const draw = () => this.#draw(node, from, room);
    if (tag === 'Artifact') this.#structure.artifact(draw);
    else if (name === 'g' && tag !== undefined) this.#structure.open(tag);
    else if (name === 'g' && attributes['transform'] === undefined) {
      const style = this.#handedOn(attributes, from);
      for (const child of children) this.#tag(child, style, room, root);
    } else if (name === 'text' && tag !== undefined) this.#structure.tagged(tag, draw);
    else if (name === 'text') this.#tagText(node, from, room);
    else {
      const own = attributes['aria-label'];
      const alt = name === 'svg' ? (own ?? root.attributes['aria-label'] ?? textIn(node)) : own;
      if (alt === undefined || alt === '') this.#structure.artifact(draw);
      else this.#structure.figure(alt, draw);
    }
  }
  #tagText(node: SvgNode, from: Attributes, room: Room): void {
    const style = this.#handedOn(node.attributes, from);
    const look = {
      size: number(style['font-size'], 0, 16),
      bold: number(style['font-weight'], 0, 400) >= 600,
      left: `${style['text-anchor'] ?? 'start'} ${node.attributes['x'] ?? '0'}`,
    };
    this.#structure.text(look, addressOf(node), (link) => {
      this.#link = link;
      this.#draw(node, from, room);
      this.#link = undefined;
    });
  }

  #handedOn(own: Attributes, from: Attributes): Attributes {
    const attributes = inheritance.flatMap((name) =>
      own[name] === undefined ? [] : [[name, own[name]]],
    );
    return { ...from, ...Object.fromEntries(attributes) };
  }

  #draw(node: SvgNode, from: Attributes, room: Room): void {
    if (unpaintedElements.has(node.name)) return;
    const style = this.#handedOn(node.attributes, from);
    const at = node.attributes;
    const x = (name: string): number => number(at[name], room.width);
    const y = (name: string): number => number(at[name], room.height);
    const move = readMove(node);
    switch (node.name) {
      case 'g':
        this.#document.save().translate(...move);
        for (const child of node.children) this.#draw(child, style, room);
        this.#document.restore();
        break;
      case 'svg':
        this.#nested(node, style, room);
        break;
      case 'rect':
        this.#rectangle(style, [x('x'), y('y'), x('width'), y('height')], number(at['rx']));
        break;
      case 'circle':
        this.#shape(style, () => this.#document.circle(x('cx'), y('cy'), number(at['r'])));
        break;
      case 'line':
        this.#shape({ ...style, fill: 'none' }, () =>
          this.#document.moveTo(x('x1'), y('y1')).lineTo(x('x2'), y('y2')),
        );
        break;
      case 'path':
        if ((at['d'] ?? '') !== '') this.#shape(style, () => this.#document.path(at['d'] ?? ''));
        break;
      case 'image':
        this.#images.draw(at['href'] ?? '', x('x'), y('y'), {
          width: x('width'),
          height: y('height'),
        });
        break;
      case 'text':
        this.#text(node, style, x('x') + number(at['dx']), y('y') + number(at['dy']));
        break;
      default:
        throw new Error(`The drawing has a <${node.name}>, which a PDF page does not know.`);
    }
  }

  /** @param area - left, top, width and height in pt */
  #rectangle(
    style: Attributes,
    area: readonly [number, number, number, number],
    radius: number,
  ): void {
    const [, , width, height] = area;
    if (width <= 0 || height <= 0) return;
    this.#shape(style, () =>
      radius > 0 ? this.#document.roundedRect(...area, radius) : this.#document.rect(...area),
    );
  }

  #nested({ attributes: at, children }: SvgNode, style: Attributes, room: Room): void {
    const width = number(at['width'], room.width, room.width);
    const height = number(at['height'], room.height, room.height);
    const [left = 0, top = 0, boxWidth = width, boxHeight = height] = (
      at['viewBox'] ?? `0 0 ${width} ${height}`
    )
      .split(/[\s,]+/)
      .map(Number);
    if (!(width > 0 && height > 0 && boxWidth > 0 && boxHeight > 0)) return;
    const scale = Math.min(width / boxWidth, height / boxHeight);
    this.#document.save();
    this.#document.translate(number(at['x'], room.width), number(at['y'], room.height));
    if (at['overflow'] !== 'visible') this.#document.rect(0, 0, width, height).clip();
    this.#document.translate(
      (width - boxWidth * scale) / 2 - left * scale,
      (height - boxHeight * scale) / 2 - top * scale,
    );
    if (scale !== 1) this.#document.scale(scale);
    for (const child of children) this.#draw(child, style, { width: boxWidth, height: boxHeight });
    this.#document.restore();
  }

  #shape(style: Attributes, path: () => unknown): void {
    const document = this.#document;
    const fill = style['fill'] ?? '#000000';
    const hatch = /^url\(#(.*)\)$/.exec(fill)?.[1];
    document.save();
    if (hatch !== undefined) this.#hatched(hatch, path);
    else if (isVisible(fill)) {
      document.fillColor(fill, number(style['fill-opacity'], 0, 1));
      path();
      document.fill(style['fill-rule'] === 'evenodd' ? 'even-odd' : 'non-zero');
    }
    const width = number(style['stroke-width'], 0, 1);
    if (isVisible(style['stroke']) && width > 0) {
      this.#stroke(style, width);
      path();
      document.stroke();
    }
    document.restore();
  }

  #stroke(style: Attributes, width: number): void {
    const document = this.#document;
    document.lineWidth(width).strokeColor(style['stroke'] ?? '#000000');
    document
      .lineCap((style['stroke-linecap'] ?? 'butt') as 'butt')
      .lineJoin((style['stroke-linejoin'] ?? 'miter') as 'miter');
    const dash = readDashes(style['stroke-dasharray']);
    if (dash.length > 0) document.dash(dash as unknown as number, {});
  }

  /** Draws a hatch as vectors: its background, then its stripes as a repeating tile. */
  #hatched(id: string, path: () => unknown): void {
    const hatch = this.#hatches.get(id);
    if (hatch === undefined)
      throw new Error(`The drawing fills with "${id}", which it does not have.`);
    const { attributes: at, children } = hatch;
    const [width, height] = [number(at['width']), number(at['height'])];
    const turn = number(/^rotate\((.*)\)$/.exec(at['patternTransform'] ?? 'rotate(0)')?.[1]);
    const document = this.#document;
    for (const { attributes } of children) {
      const colour = attributes['fill'] ?? '#000000';
      const stripe = number(attributes['width']);
      if (stripe >= width) document.fillColor(colour);
      else {
        // A tile has the rotation that the page has when the tile is selected.
        document.rotate(turn);
        const tile = document.pattern(
          [0, 0, width, height],
          width,
          height,
          `0 0 ${stripe} ${height} re f`,
        );
        document.fillColor([tile, colour] as unknown as PDFKit.Mixins.ColorValue);
        document.rotate(-turn);
      }
      path();
      document.fill();
    }
  }

  #text(node: SvgNode, style: Attributes, x: number, y: number): void {
    const document = this.#document;
    const size = number(style['font-size'], 0, 16);
    const bold = number(style['font-weight'], 0, 400) >= 600;
    const runs = languageParts(node).flatMap(({ text, language }) =>
      faceRuns(text, this.#language, bold).map(({ face, text: part, original }) => {
        document.font(face, size);
        return { face, part, original, language, width: document.widthOfString(part) };
      }),
    );
    const whole = runs.reduce((sum, { width }) => sum + width, 0);
    let left =
      x -
      (style['text-anchor'] === 'end' ? whole : style['text-anchor'] === 'middle' ? whole / 2 : 0);
    const halo = style['paint-order'] === 'stroke' && isVisible(style['stroke']);
    document.save();
    for (const { face, part, original, language, width } of runs) {
      document.font(face, size);
      const put = (how: { readonly fill?: boolean; readonly stroke?: boolean }) =>
        document.text(part, left, y, { lineBreak: false, baseline: 'alphabetic', ...how });
      if (halo) {
        // the outline under the letters has no text, so that readers select the text once
        document.addContent('/Span <</ActualText ()>> BDC');
        this.#stroke(style, number(style['stroke-width'], 0, 1));
        put({ fill: false, stroke: true });
        document.addContent('EMC');
      }
      document.fillColor(style['fill'] ?? '#000000');
      const span = openSpan(original, language);
      if (span !== undefined) document.addContent(span);
      put({ fill: true });
      if (span !== undefined) document.addContent('EMC');
      left += width;
    }
    // Text with an address becomes a link.
    const address = addressOf(node);
    if (address !== undefined)
      document.link(left - whole, y - size, whole, size * 1.25, address, {
        Contents: new String(address),
        ...compact({ structParent: this.#link }),
      } as object);
    document.restore();
  }
}
