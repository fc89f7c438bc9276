import { SaxesParser } from 'saxes';

/** An element of a part, with its children in their order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}
interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Parses a part. @throws where it isn't well-formed XML */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser();
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += text;
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('There is no element.');
  return first;
}

/** Every element below one, itself first. */
export function* walk(
  element: XmlElement,
  parent?: XmlElement,
): Generator<readonly [XmlElement, XmlElement | undefined]> {
  yield [element, parent];
  for (const child of element.children) yield* walk(child, element);
}
export const findAll = (element: XmlElement, name: string): readonly XmlElement[] =>
  [...walk(element)].flatMap(([one]) => (one.name === name ? [one] : []));
