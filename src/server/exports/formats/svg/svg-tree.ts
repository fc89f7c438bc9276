import { SaxesParser } from 'saxes';

/** An element of a drawing. `text` is its direct text content. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgNode[];
  readonly text: string;
}

/**
 * Parses a drawing of this product.
 *
 * @throws Error if the text is not well-formed XML
 */
export function svgTree(svg: string): SvgNode {
  interface Growing extends SvgNode {
    readonly children: Growing[];
    text: string;
  }
  const top: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Growing = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(svg).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('The drawing is empty.');
  return root;
}
