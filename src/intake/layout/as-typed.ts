/** What fonts have one glyph for with a common character, and no compatibility mapping tells. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟',
  ].flatMap((char, at, all) => (at % 2 === 0 ? [[char, all[at + 1] ?? char]] : [])),
);

/**
 * A PDF's text as it was typed: printing from a browser turns 日 into the radical ⽇, which looks the same, and gives
 * glyphs it knows no character for as NUL.
 */
export const asTyped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000e-\u001f]/g, '')
    // The Thai vowel "am" is one sign, and in a PDF often two.
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
    .replace(/[\u2e80-\u2fdf]/g, char => RADICALS[char] ?? char.normalize('NFKC'));
