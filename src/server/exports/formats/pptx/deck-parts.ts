import { tokens, type Theme } from '#charts/kit/style/tokens.ts';
import type { Language } from '#domain/values/language.ts';
import { colour, head, inches, namespaces } from './ooxml.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';
import type { DeckLogo } from './slide.ts';
import { placeLogo, slidePlaces, slideRoom, slideSize } from './slide-xml.ts';

/** Fonts for each language that every office program has or substitutes. */
const faces: Readonly<Record<Language, string>> = {
  'zh-CN': 'Microsoft YaHei',
  ja: 'Yu Gothic',
  en: 'Yu Gothic',
};
const tree = (shapes: string): string =>
  `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`;
const colourMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
/** The indexes by which slides fill the placeholders of their layout. */
const indexOf: Readonly<Record<string, string>> = {
  body: ' idx="1"',
  ftr: ' sz="quarter" idx="11"',
  sldNum: ' sz="quarter" idx="12"',
};
/** @param area - left, top, width and height in inches */
const placeholder = (
  id: number,
  type: string,
  [x, y, width, height]: readonly [number, number, number, number],
): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${type}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${indexOf[type] ?? ''}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${inches(x)}" y="${inches(y)}"/><a:ext cx="${inches(width)}" cy="${inches(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>`;

/** The placeholders of the master and the layout: title, name of the zone, number of the slide. */
const { margin, title, zone, foot } = slidePlaces;
const placeholders = [
  placeholder(2, 'title', [margin, title.y, slideRoom, title.height]),
  placeholder(3, 'ftr', [margin, zone.y, slideRoom, zone.height]),
  placeholder(4, 'sldNum', [slideSize.width - margin - 0.45, foot - 0.2, 0.45, 0.2]),
].join('');

/** Writes a theme with the colours and fonts of the product, so that manual additions match. */
export function themeXml(language: Language, theme: Theme): string {
  const t = tokens[theme];
  const font = `<a:latin typeface="Arial"/><a:ea typeface="${faces[language]}"/><a:cs typeface="Arial"/>`;
  const accents = [
    t.accent,
    t['ind-eco'],
    t['ind-material'],
    t['ind-energy'],
    t['ind-bio'],
    t['ind-ict'],
  ];
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Headway"><a:themeElements><a:clrScheme name="Headway"><a:dk1>${colour(t.ink)}</a:dk1><a:lt1>${colour(t.surface)}</a:lt1><a:dk2>${colour(t['ink-2'])}</a:dk2><a:lt2>${colour(t.rail)}</a:lt2>${accents.map((hex, index) => `<a:accent${index + 1}>${colour(hex)}</a:accent${index + 1}>`).join('')}<a:hlink>${colour(t.accent)}</a:hlink><a:folHlink>${colour(t['ink-3'])}</a:folHlink></a:clrScheme><a:fontScheme name="Headway"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Headway"><a:fillStyleLst>${fill}${fill}${fill}</a:fillStyleLst><a:lnStyleLst>${line}${line}${line}</a:lnStyleLst><a:effectStyleLst>${effect}${effect}${effect}</a:effectStyleLst><a:bgFillStyleLst>${fill}${fill}${fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}

/**
 * Writes the logo as a picture of the master. So it is on every slide, and one change replaces it.
 */
function logoPicture(logo: DeckLogo): string {
  const { x, y, width, height } = placeLogo(logo);
  return `<p:pic><p:nvPicPr><p:cNvPr id="5" name="Logo" descr="${xmlText(logo.alt)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="${inches(x)}" y="${inches(y)}"/><a:ext cx="${inches(width)}" cy="${inches(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** Writes the slide master. The picture of a logo is its relation rId3. */
export const masterXml = (logo: DeckLogo | undefined): string =>
  `${head}<p:sldMaster ${namespaces}>${tree(placeholders + (logo === undefined ? '' : logoPicture(logo)))}${colourMap}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`;

export const layoutXml = `${head}<p:sldLayout ${namespaces} type="titleOnly" preserve="1">${tree(placeholders).replace('<p:cSld>', '<p:cSld name="Headway">')}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

export const notesMasterXml = `${head}<p:notesMaster ${namespaces}>${tree(`${placeholder(2, 'sldImg', [0.5, 0.5, 6.5, 3.7])}${placeholder(3, 'body', [0.5, 4.5, 6.5, 4.8])}`)}${colourMap}</p:notesMaster>`;

/**
 * Writes the part `ppt/presentation.xml`. Relations come in the order master, notes master, slides.
 */
export const presentationXml = (slides: number): string =>
  `${head}<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${Array.from({ length: slides }, (_, index) => `<p:sldId id="${256 + index}" r:id="rId${3 + index}"/>`).join('')}</p:sldIdLst><p:sldSz cx="${inches(slideSize.width)}" cy="${inches(slideSize.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;

/** Writes the content types of all parts. Charts are numbered across the presentation. */
export function contentTypes(slides: number, charts: number, logo: DeckLogo | undefined): string {
  const main = 'application/vnd.openxmlformats-officedocument';
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="${type}"/>`;
  const range = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  const each = [
    ...range(slides).map(
      (number) =>
        part(`/ppt/slides/slide${number}.xml`, `${main}.presentationml.slide+xml`) +
        part(`/ppt/notesSlides/notesSlide${number}.xml`, `${main}.presentationml.notesSlide+xml`),
    ),
    ...range(charts).map((number) =>
      part(`/ppt/charts/chart${number}.xml`, `${main}.drawingml.chart+xml`),
    ),
  ];
  const picture =
    logo === undefined
      ? ''
      : `<Default Extension="${logo.type}" ContentType="image/${logo.type}"/>`;
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="${main}.spreadsheetml.sheet"/>${picture}${part('/ppt/presentation.xml', `${main}.presentationml.presentation.main+xml`)}${part('/ppt/slideMasters/slideMaster1.xml', `${main}.presentationml.slideMaster+xml`)}${part('/ppt/slideLayouts/slideLayout1.xml', `${main}.presentationml.slideLayout+xml`)}${part('/ppt/notesMasters/notesMaster1.xml', `${main}.presentationml.notesMaster+xml`)}${part('/ppt/theme/theme1.xml', `${main}.theme+xml`)}${part('/ppt/theme/theme2.xml', `${main}.theme+xml`)}${each.join('')}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;
}
