// The client's build lists the rules of its stylesheet with their classes. From this list the server
// picks the rules of a drawn page (src/web/app/page-styles.ts).
import postcss from 'postcss';

/** Names the classes that an element and those around it must have for a selector. */
function requiredClasses(selector) {
  let text = selector;
  // a class in :not(), :is(), :where() or :has() need not be there
  for (let before; before !== text; ) {
    before = text;
    text = text.replace(/\([^()]*\)/g, '');
  }
  return [...text.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
}

const groups = new Set(['media', 'supports', 'layer', 'container']);
/** Lists the rules of a stylesheet in their order. Text alone belongs to every page. */
export function listRules(css) {
  const list = (node) =>
    node.nodes.flatMap((one) => {
      if (one.type === 'comment') return [];
      if (one.type === 'atrule' && one.nodes !== undefined && groups.has(one.name))
        return [{ within: `@${one.name} ${one.params}`, rules: list(one) }];
      const text = one.toString();
      if (one.type !== 'rule') return [one.nodes === undefined ? `${text};` : text];
      const classes = one.selectors.map(requiredClasses);
      return [classes.some((names) => names.length === 0) ? text : { text, classes }];
    });
  return list(postcss.parse(css));
}

/** Divides a stylesheet into the faces of its fonts and the rest. */
function divideFonts(css) {
  const rest = postcss.parse(css);
  const fonts = postcss.root();
  rest.each((one) => {
    if (one.type === 'atrule' && one.name === 'font-face') fonts.append(one);
  });
  return { fonts: fonts.toString(), rest: rest.toString() };
}

/**
 * Writes the list beside the manifest of the build. The faces of fonts become a file of their own:
 * a drawn page has them, and would load its fonts anew when they arrived a second time.
 */
export const styleRules = {
  name: 'headway:style-rules',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.values(bundle);
      const sheets = files.filter(({ fileName }) => fileName.endsWith('.css'));
      const page = files.find(({ fileName }) => fileName === 'index.html');
      if (sheets.length !== 1 || page === undefined)
        throw new Error('The build of the pages has one page and one stylesheet.');
      const [sheet] = sheets;
      const rules = listRules(String(sheet.source));
      const { fonts, rest } = divideFonts(String(sheet.source));
      sheet.source = rest;
      const fontFile = this.getFileName(
        this.emitFile({ type: 'asset', name: 'fonts.css', source: fonts }),
      );
      page.source = String(page.source).replace(
        '<link rel="stylesheet"',
        `<link rel="stylesheet" crossorigin href="/${fontFile}">\n    $&`,
      );
      this.emitFile({
        type: 'asset',
        fileName: '.vite/styles.json',
        source: JSON.stringify({ file: sheet.fileName, rules }),
      });
    },
  },
};
