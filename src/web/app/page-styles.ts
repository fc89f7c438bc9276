/** A rule of the stylesheet, as the build lists it (`scripts/client/style-rules.mjs`). */
export type StyleRule =
  /** A rule of every page. */
  | string
  /** A rule whose selectors name classes: it applies where a page has all classes of one of them. */
  | { readonly text: string; readonly classes: readonly (readonly string[])[] }
  /** Rules of a medium. */
  | { readonly within: string; readonly rules: readonly StyleRule[] };

/** The stylesheet of all pages: its file, and its rules in their order. */
export interface Stylesheet {
  readonly file: string;
  readonly rules: readonly StyleRule[];
}

/** Lists the classes in a page. */
function listClasses(html: string): ReadonlySet<string> {
  const classes = new Set<string>();
  for (const [, names = ''] of html.matchAll(/ class="([^"]*)"/g))
    for (const name of names.split(/\s+/)) classes.add(name);
  return classes;
}

function writeRules(rules: readonly StyleRule[], classes: ReadonlySet<string>): string {
  let text = '';
  for (const rule of rules) {
    if (typeof rule === 'string') text += rule;
    else if ('within' in rule) {
      const inner = writeRules(rule.rules, classes);
      if (inner !== '') text += `${rule.within}{${inner}}`;
    } else if (rule.classes.some((names) => names.every((name) => classes.has(name))))
      text += rule.text;
  }
  return text;
}

/**
 * Picks the rules that can apply to a page as it is drawn, in the order of the stylesheet. The whole
 * stylesheet follows before a script changes the page, so it decides every case.
 */
export const pickStyles = ({ rules }: Stylesheet, html: string): string =>
  writeRules(rules, listClasses(html));
