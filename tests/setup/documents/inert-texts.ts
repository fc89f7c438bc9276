import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';

/**
 * Checks that an XML part is well-formed and holds no scripts and no external references.
 *
 * @returns its texts
 * @throws Error that names the fault
 */
export function inert(xml: string, where: string): ReadonlySet<string> {
  const texts = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Error(`${where}: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (/^(script|foreignObject|iframe|image|f)$/i.test(name))
      throw new Error(`${where}: <${name}>`);
    for (const [attribute, value] of Object.entries(attributes as Record<string, string>))
      if (
        /^on/i.test(attribute) ||
        (/^(xlink:)?href$|^src$/i.test(attribute) && !/^(#|data:)/.test(value))
      )
        throw new Error(`${where}: ${attribute}`);
  });
  parser.on('text', (text) => texts.add(text));
  parser.write(xml).close();
  return texts;
}
/** The only formula of a file: two cells of the outlook added up. */
const sumOfTwo = /<f>[A-Z]+\d+\+[A-Z]+\d+<\/f>/g;

/**
 * Checks every XML part of an office file, including a workbook inside a slide. @returns their
 * texts
 */
export function officeTexts(bytes: Uint8Array, where: string): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const partTexts = name.endsWith('.xlsx')
      ? officeTexts(part, `${where} ${name}`)
      : inert(strFromU8(part).replaceAll(sumOfTwo, ''), `${where} ${name}`);
    for (const text of partTexts) texts.add(text);
    if (name.endsWith('.rels')) expect(strFromU8(part)).not.toContain('TargetMode="External"');
  }
  return texts;
}
