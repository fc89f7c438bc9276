import { strFromU8, unzipSync } from 'fflate';
import { elementOrders, requiredAttributes, requiredChildren } from './element-orders.ts';
import { findAll, parseXml, walk, type XmlElement } from './xml-tree.ts';

/** The names of all entries of a zip, with repeated ones. */
export function listEntries(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = bytes.byteLength - 22;
  while (at > 0 && view.getUint32(at, true) !== 0x06054b50) at -= 1;
  const count = view.getUint16(at + 10, true);
  let place = view.getUint32(at + 16, true);
  return Array.from({ length: count }, () => {
    const [name, extra, comment] = [28, 30, 32].map((offset) =>
      view.getUint16(place + offset, true),
    );
    const start = place + 46;
    place = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    return strFromU8(bytes.subarray(start, start + (name ?? 0)));
  });
}

const findRepeats = (list: readonly string[]): readonly string[] => [
  ...new Set(list.filter((one, at) => list.indexOf(one) !== at)),
];
const main = 'application/vnd.openxmlformats-officedocument';
/** The content type of each kind of part. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${main}.presentationml.presentation.main+xml`],
  [/^ppt\/slides\/slide\d+\.xml$/, `${main}.presentationml.slide+xml`],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, `${main}.presentationml.notesSlide+xml`],
  [/^ppt\/slideMasters\/slideMaster\d+\.xml$/, `${main}.presentationml.slideMaster+xml`],
  [/^ppt\/slideLayouts\/slideLayout\d+\.xml$/, `${main}.presentationml.slideLayout+xml`],
  [/^ppt\/notesMasters\/notesMaster\d+\.xml$/, `${main}.presentationml.notesMaster+xml`],
  [/^ppt\/theme\/theme\d+\.xml$/, `${main}.theme+xml`],
  [/^ppt\/charts\/chart\d+\.xml$/, `${main}.drawingml.chart+xml`],
  [/^ppt\/embeddings\/.*\.xlsx$/, `${main}.spreadsheetml.sheet`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/\.rels$/, 'application/vnd.openxmlformats-package.relationships+xml'],
];

/** Checks the order of children, and required parts of an element. */
function checkElement(element: XmlElement, parent: XmlElement | undefined): readonly string[] {
  const { name, attributes, children } = element;
  const order = elementOrders[`${parent?.name ?? ''}/${name}`] ?? elementOrders[name];
  const faults: string[] = [];
  if (order !== undefined && !(name === 'c:chart' && attributes['r:id'] !== undefined)) {
    const places = order.split(' ').map((place) => place.split('|'));
    let at = 0;
    for (const child of children) {
      const next = places.findIndex((place, index) => index >= at && place.includes(child.name));
      if (next < 0) faults.push(`${name}: ${child.name} is out of order`);
      else at = next;
    }
  }
  for (const attribute of requiredAttributes[name] ?? [])
    if (
      attributes[attribute] === undefined &&
      !(name === 'a:ext' && attributes['uri'] !== undefined)
    )
      faults.push(`${name} lacks ${attribute}`);
  const isReference = name === 'c:chart' && attributes['r:id'] !== undefined;
  for (const child of isReference ? [] : (requiredChildren[name] ?? []))
    if (!children.some((one) => one.name === child)) faults.push(`${name} lacks ${child}`);
  return faults;
}

const labelPlaces: Readonly<Record<string, readonly string[]>> = {
  clustered: ['outEnd', 'ctr', 'inEnd', 'inBase'],
  stacked: ['ctr', 'inEnd', 'inBase'],
  line: ['t', 'b', 'l', 'r', 'ctr'],
  area: [],
};
const readValue = (element: XmlElement, name: string): string | undefined =>
  element.children.find((child) => child.name === name)?.attributes['val'];

/** Checks rules of a chart that PowerPoint requires and the schemas do not state. */
function checkChart(chart: XmlElement): readonly string[] {
  const groups = [...walk(chart)].flatMap(([one]) => (/^c:\w+Chart$/.test(one.name) ? [one] : []));
  const axes = [...walk(chart)].flatMap(([one]) =>
    /^c:(cat|val|date)Ax$/.test(one.name) ? [one] : [],
  );
  const axisIds = axes.map((axis) => readValue(axis, 'c:axId') ?? '');
  const series = findAll(chart, 'c:ser');
  const places = groups.flatMap((group) => {
    const kind =
      group.name === 'c:barChart'
        ? (readValue(group, 'c:grouping') ?? '')
        : group.name === 'c:areaChart'
          ? 'area'
          : 'line';
    return findAll(group, 'c:dLblPos').flatMap(({ attributes }) =>
      labelPlaces[kind]?.includes(attributes['val'] ?? '') === true
        ? []
        : [`label place ${attributes['val']} in ${group.name}`],
    );
  });
  const caches = [...findAll(chart, 'c:numRef'), ...findAll(chart, 'c:strRef')].flatMap((one) => {
    const [from, to] =
      /\$(\d+)(?::\$[A-Z]+\$(\d+))?$/
        .exec(one.children.find(({ name }) => name === 'c:f')?.text ?? '')
        ?.slice(1) ?? [];
    const count = Number(findAll(one, 'c:ptCount')[0]?.attributes['val']);
    const points = findAll(one, 'c:pt').map(({ attributes }) => Number(attributes['idx']));
    return Number(to ?? from) - Number(from) + 1 === count && points.every((point) => point < count)
      ? []
      : ['a cache has other points than its cells'];
  });
  return [
    ...findRepeats(series.map((one) => readValue(one, 'c:idx') ?? '')).map(
      (id) => `series ${id} twice`,
    ),
    ...findRepeats(series.map((one) => readValue(one, 'c:order') ?? '')).map(
      (id) => `order ${id} twice`,
    ),
    ...findRepeats(axisIds).map((id) => `axis ${id} twice`),
    ...groups.flatMap((group) =>
      group.children
        .filter(({ name }) => name === 'c:axId')
        .flatMap(({ attributes }) =>
          axisIds.includes(attributes['val'] ?? '') ? [] : ['a chart without its axis'],
        ),
    ),
    ...axes.flatMap((axis) =>
      axisIds.includes(readValue(axis, 'c:crossAx') ?? '') ? [] : ['an axis crosses none'],
    ),
    ...(findAll(chart, 'c:externalData').length === 1 ? [] : ['a chart without a workbook']),
    ...places,
    ...caches,
  ];
}

/** Checks that every part has its type, and every type its part. */
function checkTypes(names: readonly string[], xml: string | undefined): readonly string[] {
  if (xml === undefined) return ['[Content_Types].xml is missing'];
  const root = parseXml(xml);
  const of = (name: string, key: string) =>
    new Map(
      findAll(root, name).map(({ attributes }) => [
        attributes[key] ?? '',
        attributes['ContentType'] ?? '',
      ]),
    );
  const [overrides, defaults] = [of('Override', 'PartName'), of('Default', 'Extension')];
  const faults = names
    .filter((name) => name !== '[Content_Types].xml')
    .flatMap((name) => {
      const own = overrides.get(`/${name}`) ?? defaults.get(name.split('.').at(-1) ?? '');
      const type = types.find(([pattern]) => pattern.test(name))?.[1];
      if (own === undefined) return [`${name} has no content type`];
      return type === undefined || type === own ? [] : [`${name} has the content type ${own}`];
    });
  const missing = [...overrides.keys()].filter((name) => !names.includes(name.slice(1)));
  return [...faults, ...missing.map((name) => `${name} has a content type and is missing`)];
}

/** Checks the relations of a part: their ids, their targets, and those that the part uses. */
function checkRelations(
  name: string,
  parts: Readonly<Record<string, string>>,
  names: readonly string[],
): readonly string[] {
  const at = name.replace(/([^/]+)$/, '_rels/$1.rels');
  const relations = parts[at] === undefined ? [] : findAll(parseXml(parts[at]), 'Relationship');
  const ids = relations.map(({ attributes }) => attributes['Id'] ?? '');
  const references = [...walk(parseXml(parts[name] ?? '<x/>'))].flatMap(([{ attributes }]) =>
    Object.entries(attributes).flatMap(([key, value]) =>
      /^r:(id|embed|link)$/.test(key) ? [value] : [],
    ),
  );
  return [
    ...findRepeats(ids).map((id) => `${name}: relation ${id} twice`),
    ...references.flatMap((id) => (ids.includes(id) ? [] : [`${name}: relation ${id} is missing`])),
    ...relations.flatMap(({ attributes }) => {
      const target = new URL(attributes['Target'] ?? '', `file:///${name}`).pathname.slice(1);
      if (attributes['TargetMode'] === 'External') return [`${name}: a relation leads outside`];
      return names.includes(target) ? [] : [`${name}: ${target} is missing`];
    }),
  ];
}

/** Checks ids that must be unique: of shapes on a slide, of slides, of masters and layouts. */
function checkIds(name: string, root: XmlElement): readonly string[] {
  const shapes = findAll(root, 'p:cNvPr').map(({ attributes }) => attributes['id'] ?? '');
  const slides = findAll(root, 'p:sldId').map(({ attributes }) => Number(attributes['id']));
  return [
    ...findRepeats(shapes).map((id) => `${name}: shape ${id} twice`),
    ...findRepeats(slides.map(String)).map((id) => `${name}: slide ${id} twice`),
    ...slides.filter((id) => !(id >= 256 && id < 2 ** 31)).map((id) => `${name}: slide id ${id}`),
  ];
}

/**
 * Checks a presentation as PowerPoint reads it: faults that it would repair, and the rules of
 * ISO/IEC 29500 for the elements that we write.
 *
 * @returns the faults in words
 */
export function checkPresentation(bytes: Uint8Array): readonly string[] {
  const names = listEntries(bytes);
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
      /\.(xml|rels)$/.test(name) ? [[name, strFromU8(part)]] : [],
    ),
  );
  const faults: string[] = findRepeats(names).map((name) => `${name} twice`);
  faults.push(...checkTypes(names, parts['[Content_Types].xml']));
  const high: string[] = [];
  for (const [name, xml] of Object.entries(parts)) {
    let root: XmlElement;
    try {
      root = parseXml(xml);
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
      continue;
    }
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || !xml.isWellFormed())
      faults.push(`${name}: a character that XML can't hold`);
    if (name.endsWith('.rels') || name === '[Content_Types].xml') continue;
    for (const [element, parent] of walk(root))
      faults.push(...checkElement(element, parent).map((fault) => `${name}: ${fault}`));
    faults.push(...checkIds(name, root), ...checkRelations(name, parts, names));
    for (const kind of ['p:sldMasterId', 'p:sldLayoutId'])
      high.push(...findAll(root, kind).flatMap(({ attributes }) => attributes['id'] ?? []));
    if (root.name === 'c:chartSpace')
      faults.push(...checkChart(root).map((fault) => `${name}: ${fault}`));
  }
  faults.push(...findRepeats(high).map((id) => `master or layout ${id} twice`));
  faults.push(
    ...high.filter((id) => Number(id) < 2 ** 31).map((id) => `master or layout id ${id}`),
  );
  return faults;
}
