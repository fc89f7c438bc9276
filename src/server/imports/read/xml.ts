import { SaxesParser } from 'saxes';
import { createRejection, createUnreadable } from './failure.ts';
import { limits } from './limits.ts';
import { enough, type ZipArchive } from './zip.ts';

export interface XmlHandlers {
  /** Receives the name without its prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}
const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * Limits the memory of the parser: runs without a tag, and comments and CDATA sections, which may
 * contain `<`. It rejects any DOCTYPE, so that no entity is ever defined.
 */
class RunGuard {
  private run = 0;
  private until: string | undefined;
  private tail = '';
  private readonly part: string;
  constructor(part: string) {
    this.part = part;
  }

  private add(n: number): void {
    this.run += n;
    if (this.run > limits.xmlRun) throw createRejection('xml_run_too_long', { part: this.part });
  }

  check(piece: string): void {
    const text = this.tail + piece;
    let at = 0;
    this.tail = '';
    while (at < text.length) {
      if (this.until !== undefined) {
        const end = text.indexOf(this.until, at);
        if (end < 0) {
          this.add(text.length - at);
          this.tail = text.slice(-2);
          return;
        }
        at = end + this.until.length;
        this.until = undefined;
        this.run = 0;
        continue;
      }
      const mark = text.indexOf('<!', at);
      const stop = mark < 0 ? text.length : mark;
      const last = text.lastIndexOf('<', stop - 1);
      if (last >= at) {
        this.checkRuns(text, at, last);
        this.run = 0;
        this.add(stop - last);
      } else {
        this.add(stop - at);
      }
      if (mark < 0) {
        if (text.endsWith('<')) this.tail = '<';
        return;
      }
      if (!this.decided(text, mark)) {
        this.tail = text.slice(mark);
        return;
      }
      if (text.startsWith('<!--', mark)) this.until = '-->';
      else if (text.startsWith('<![CDATA[', mark)) this.until = ']]>';
      else throw createRejection('xml_doctype', { part: this.part });
      at = mark + (this.until === '-->' ? 4 : 9);
      this.run = 0;
    }
  }

  private decided(text: string, mark: number): boolean {
    const head = text.slice(mark, mark + 9);
    return (
      !('<!--'.startsWith(head) && head.length < 4) &&
      !('<![CDATA['.startsWith(head) && head.length < 9)
    );
  }

  private checkRuns(text: string, from: number, to: number): void {
    if (to - from <= limits.xmlRun - this.run) return;
    let at = from;
    for (;;) {
      const next = text.indexOf('<', at);
      this.add((next < 0 ? to : next) - at);
      if (next < 0 || next >= to) return;
      this.run = 0;
      at = next + 1;
    }
  }
}

/** The encodings that the format allows (ISO/IEC 29500-2, 9.3.1), in lower case. */
const readEncodings: ReadonlySet<string> = new Set([
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'utf-16',
  'utf-16le',
  'utf-16be',
]);

/**
 * Creates a decoder by the first bytes of a part: UTF-16 if they are its mark or its `<`, else
 * UTF-8.
 * @throws ImportFailure if a byte is invalid in that encoding
 */
function createDecoder(part: string, piece: Uint8Array): (bytes: Uint8Array) => string {
  const [a, b] = [piece[0] ?? 0, piece[1] ?? 0];
  const little = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  const decoder = new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8', {
    fatal: true,
  });
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: true });
    } catch {
      throw createUnreadable('xml_broken', { part });
    }
  };
}

/**
 * Reads one part of a workbook as XML, piece by piece.
 * @throws ImportFailure for a DOCTYPE, another encoding, broken XML or too deep nesting
 */
export function readXml(
  zip: ZipArchive,
  part: string,
  handlers: XmlHandlers,
  onShare?: (share: number) => void,
): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const guard = new RunGuard(part);
  let depth = 0;
  let decode: ((bytes: Uint8Array) => string) | undefined;
  parser.on('doctype', () => {
    throw createRejection('xml_doctype', { part });
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !readEncodings.has(encoding.toLowerCase()))
      throw createRejection('xml_encoding', { part, encoding });
  });
  parser.on('error', () => {
    throw createUnreadable('xml_broken', { part });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw createRejection('xml_too_deep', { part });
    handlers.open?.(local(tag.name), tag.attributes);
  });
  if (handlers.text) {
    const onText = (text: string): void => handlers.text?.(text);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(local(tag.name));
  });
  const write = (text: string): void => {
    guard.check(text);
    parser.write(text);
  };
  const slice = 65_536;
  try {
    zip.read(part, (piece, share) => {
      decode ??= createDecoder(part, piece);
      for (let i = 0; i < piece.length; i += slice) {
        const text = decode(piece.subarray(i, i + slice));
        if (text !== '') write(text);
      }
      onShare?.(share);
    });
    parser.close();
  } catch (error) {
    if (error !== enough) throw error;
  }
}
