import { crc32 } from 'node:zlib';
import { xml } from '#charts/kit/style/xml.ts';

/** What a picture says of itself, for readers who do not see it. */
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
/** An iTXt chunk: keyword, not compressed, language, no translated keyword, text in UTF-8. */
const makeText = (keyword: string, language: string, text: string): Uint8Array =>
  makeChunk('iTXt', Buffer.from(`${keyword}\0\0\0${language}\0\0${text}`));

/** The alternative text as IPTC has it, where editors and libraries of pictures look for it. */
const makeXmp = ({ title, alt, language }: PngText): string => {
  const words = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li><rdf:li xml:lang="${language}">${xml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"><dc:title>${words(title)}</dc:title><Iptc4xmpCore:AltTextAccessibility>${words(alt)}</Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
};

/** Writes title and alternative text into a PNG, behind its header. */
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
