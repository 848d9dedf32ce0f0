/** Colours of one scheme. Every pair that text is set in has a contrast of at least 4.5 to 1 (a test measures it). */
export interface Palette {
  /** Behind everything, and the sheets that lie on it. */
  readonly ground: string;
  readonly sheet: string;
  readonly ink: string;
  /** Labels, second lines, captions. */
  readonly soft: string;
  readonly line: string;
  /** The edge of a field or a button: 3 to 1 against what lies around it. */
  readonly edge: string;
  /** What one does next: links, the main button. */
  readonly accent: string;
  readonly onAccent: string;
  readonly good: string;
  readonly onGood: string;
  readonly wait: string;
  readonly onWait: string;
  readonly stop: string;
  readonly onStop: string;
  readonly info: string;
  readonly onInfo: string;
  /** Marked words. */
  readonly mark: string;
  readonly onMark: string;
}

export const light: Palette = {
  ground: '#f5f3ee',
  sheet: '#ffffff',
  ink: '#1c2126',
  soft: '#575e66',
  line: '#dedad1',
  edge: '#857f74',
  accent: '#0d6650',
  onAccent: '#ffffff',
  good: '#e4f2e9',
  onGood: '#17593a',
  wait: '#fbefd3',
  onWait: '#74500a',
  stop: '#fbe7e4',
  onStop: '#94231f',
  info: '#e6eef8',
  onInfo: '#20497f',
  mark: '#ffe69a',
  onMark: '#1c2126',
};

export const dark: Palette = {
  ground: '#15181b',
  sheet: '#1e2226',
  ink: '#ece9e3',
  soft: '#a9aeb4',
  line: '#353a40',
  edge: '#767d85',
  accent: '#5fcaa6',
  onAccent: '#08251c',
  good: '#17352a',
  onGood: '#94d9b1',
  wait: '#3a2e13',
  onWait: '#f1cb7a',
  stop: '#452221',
  onStop: '#ffaaa3',
  info: '#1a2e48',
  onInfo: '#a5c9f6',
  mark: '#6a540f',
  onMark: '#fff6db',
};

/** The pairs that text is set in: what stands on what. */
export const textPairs: readonly (readonly [text: keyof Palette, behind: keyof Palette])[] = [
  ['ink', 'ground'],
  ['ink', 'sheet'],
  ['soft', 'ground'],
  ['soft', 'sheet'],
  ['accent', 'ground'],
  ['accent', 'sheet'],
  ['onAccent', 'accent'],
  ['onGood', 'good'],
  ['onWait', 'wait'],
  ['onStop', 'stop'],
  ['onInfo', 'info'],
  ['onMark', 'mark'],
  ['onStop', 'sheet'],
  ['onStop', 'ground'],
];

/** The pairs of an edge or a shape and what lies around it: 3 to 1. */
export const shapePairs: readonly (readonly [shape: keyof Palette, behind: keyof Palette])[] = [
  ['edge', 'sheet'],
  ['edge', 'ground'],
  ['accent', 'sheet'],
];
