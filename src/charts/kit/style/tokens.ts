/**
 * The colours of the product, by name and theme: the only place with hex values. tokens.css repeats
 * them for the browser, and a test compares the two; exported pictures use these. Two inks: petrol
 * (accent) draws actual values, vermilion (behind) marks what is short of plan or overdue, and
 * nothing else.
 */
export const tokens = {
  light: {
    bg: '#FCFCFA',
    rail: '#F3F4F1',
    surface: '#FFFFFF',
    sunken: '#F0F1ED',
    ink: '#14191C',
    'ink-2': '#434B50',
    'ink-3': '#5F686D',
    'ink-disabled': '#8D9498',
    rule: '#DADDD8',
    'rule-strong': '#20272B',
    'control-border': '#858D90',
    grid: '#E6E8E4',
    axis: '#8F9795',
    accent: '#0B5A6F',
    'accent-hover': '#084657',
    'accent-weak': '#E2EEF1',
    'on-accent': '#FFFFFF',
    behind: '#A93B14',
    'behind-weak': '#FBE9E1',
    'illus-bg': '#FFF6DC',
    'illus-stripe': '#EAD9A6',
    'illus-ink': '#553E00',
    'illus-border': '#A07A1A',
    'cone-80': '#DCE8EA',
    'cone-50': '#B9D3D9',
    plan: '#5F686D',
    target: '#14191C',
    'ind-eco': '#0B5E3B',
    'ind-material': '#4C82E0',
    'ind-energy': '#B88936',
    'ind-bio': '#C24467',
    'ind-ict': '#5A3A86',
    'ind-services': '#7C8589',
    'ind-seventh': '#8A5A2B',
    'ind-eighth': '#4F7F1F',
    'ind-other': '#5F686D',
    'stage-1': '#D3E4E8',
    'stage-2': '#A9CBD3',
    'stage-3': '#77AAB6',
    'stage-4': '#468797',
    'stage-5': '#1E687C',
    'stage-6': '#0A4556',
    'stage-7': '#05242E',
    focus: '#14191C',
  },
  dark: {
    bg: '#101517',
    rail: '#0B0F11',
    surface: '#181F22',
    sunken: '#0C1113',
    ink: '#E9EDEC',
    'ink-2': '#C6CDCE',
    'ink-3': '#A3ACAF',
    'ink-disabled': '#677175',
    rule: '#2B3336',
    'rule-strong': '#A9B2B4',
    'control-border': '#707B7F',
    grid: '#222A2D',
    axis: '#6A7579',
    accent: '#74C5DA',
    'accent-hover': '#9AD9E8',
    'accent-weak': '#12303A',
    'on-accent': '#06191F',
    behind: '#F2986F',
    'behind-weak': '#3A2016',
    'illus-bg': '#272110',
    'illus-stripe': '#463B18',
    'illus-ink': '#F1DFA6',
    'illus-border': '#A58A3A',
    'cone-80': '#17303A',
    'cone-50': '#1E4854',
    plan: '#A3ACAF',
    target: '#E9EDEC',
    'ind-eco': '#3B8F60',
    'ind-material': '#8FC0FA',
    'ind-energy': '#CF9A1F',
    'ind-bio': '#FDC2D2',
    'ind-ict': '#876DB3',
    'ind-services': '#8A959A',
    'ind-seventh': '#D3A673',
    'ind-eighth': '#A9C95B',
    'ind-other': '#A3ACAF',
    'stage-1': '#1B3943',
    'stage-2': '#255260',
    'stage-3': '#31707F',
    'stage-4': '#4C97A9',
    'stage-5': '#74C5DA',
    'stage-6': '#B4E6F2',
    'stage-7': '#E9FAFE',
    focus: '#FFFFFF',
  },
} as const;

export type Theme = keyof typeof tokens;
export type Token = keyof (typeof tokens)['light'];

/** A colour as drawn on screen: the browser resolves it for the reader's theme. */
export const ink = (token: Token): string => `var(--${token})`;

/**
 * Replaces each `var(--name)` of a drawing with its colour in one theme, so that a file needs no
 * stylesheet.
 */
export function resolveTokens(markup: string, theme: Theme): string {
  return markup.replaceAll(/var\(--([a-z0-9-]+)\)/g, (whole, name: string) =>
    name in tokens[theme] ? tokens[theme][name as Token] : whole,
  );
}
