/** The test sheet: codes whose texts are known, on an A4 page drawn as SVG in millimetres. */
import { encodeQR } from 'qr';
import { inLanguage, type Language } from '../../../shared/domain/localized.ts';
import { SHEET_DENSE_TEXT, SHEET_KAZAKH_TEXT, SHEET_LEARN_TEXT } from '../../../shared/domain/scanning/scan-sheet.ts';
import { SHEET_WORDS } from './sheet-words.ts';

const PAGE = { width: 210, height: 297 };
const LEFT = 20;
/** ISO/IEC 18004 asks for a quiet margin of four modules. */
const QUIET = 4;
/** Sides in millimetres; a phone shows its access at 40 to 60. */
const SIZES = [40, 25, 16, 10];

export function drawSheet(language: Language): string {
  const say = (words: keyof typeof SHEET_WORDS) => inLanguage(SHEET_WORDS[words], language);
  let left = LEFT;
  const row = SIZES.map((side) => {
    const drawn = code(SHEET_LEARN_TEXT, left, 215, side);
    left += side + 12;
    return drawn;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}mm" height="${PAGE.height}mm" viewBox="0 0 ${PAGE.width} ${PAGE.height}">`,
    `<rect width="${PAGE.width}" height="${PAGE.height}" fill="#fff"/>`,
    text(say('title'), 20, 6),
    text(say('learn'), 34),
    code(SHEET_LEARN_TEXT, LEFT, 38, 60),
    text(say('letters'), 112),
    code(SHEET_KAZAKH_TEXT, LEFT, 116, 40),
    text(say('dense'), 168),
    code(SHEET_DENSE_TEXT, LEFT, 172, 30),
    text(say('sizes'), 211),
    ...row,
    '</svg>\n',
  ].join('\n');
}

const text = (words: string, y: number, size = 4): string =>
  `<text x="${LEFT}" y="${y}" font-family="sans-serif" font-size="${size}">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;

/** @param side of the symbol with its quiet margin, in millimetres */
function code(content: string, left: number, top: number, side: number): string {
  const modules = encodeQR(content, 'raw', { ecc: 'medium', border: QUIET });
  const dark = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<path transform="translate(${left} ${top}) scale(${side / modules.length})" d="${dark.join('')}" shape-rendering="crispEdges"/>`;
}
