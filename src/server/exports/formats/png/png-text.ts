import { crc32 } from 'node:zlib';
import { xml } from '#charts/kit/style/xml.ts';

/** The texts in a PNG for readers who cannot see it. */
export interface PngText {
  readonly title: string;
  readonly alt: string;
  readonly language: string;
}
const signatureBytes = 8;

function makeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}
/**
 * Makes an uncompressed iTXt chunk with keyword, language and text in UTF-8, without a translated
 * keyword.
 */
const makeText = (keyword: string, language: string, text: string): Uint8Array =>
  makeChunk('iTXt', Buffer.from(`${keyword}\0\0\0${language}\0\0${text}`));

/**
 * Makes the XMP packet with the alternative text of IPTC, which editors and picture libraries read.
 */
const makeXmp = ({ title, alt, language }: PngText): string => {
  const words = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li><rdf:li xml:lang="${language}">${xml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"><dc:title>${words(title)}</dc:title><Iptc4xmpCore:AltTextAccessibility>${words(alt)}</Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
};

/** Writes title and alternative text into a PNG after its header. */
export function addPngText(png: Uint8Array, text: PngText): Uint8Array {
  const { title, alt, language } = text;
  const headerEnd = signatureBytes + 12 + Buffer.from(png).readUInt32BE(signatureBytes);
  return Buffer.concat([
    png.subarray(0, headerEnd),
    makeText('Title', language, title),
    makeText('Description', language, alt),
    makeText('XML:com.adobe.xmp', '', makeXmp(text)),
    png.subarray(headerEnd),
  ]);
}
