/** Inter in its subsets: no one file has Latin and all Kazakh letters, so a text is drawn in runs. */
/** Tried in this order for each letter; what no subset has is drawn as a question mark. */
export const FONT_SUBSETS = ['latin', 'cyrillic', 'cyrillic-ext'] as const;
export type FontSubset = (typeof FONT_SUBSETS)[number];

/** In resources/fonts. */
export const FONT_FILES: Readonly<Record<FontSubset, string>> = { latin: 'inter-latin.woff', cyrillic: 'inter-cyrillic.woff', 'cyrillic-ext': 'inter-cyrillic-ext.woff' };

/** The ranges the files were cut by (fontsource.org, Inter). */
const CYRILLIC = /[\u0301\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/;
const CYRILLIC_EXT = /[\u0460-\u052f\u1c80-\u1c8a\u20b4\u2de0-\u2dff\ua640-\ua69f]/;

export function subsetOf(letter: string): FontSubset {
  if (CYRILLIC.test(letter)) return 'cyrillic';
  return CYRILLIC_EXT.test(letter) ? 'cyrillic-ext' : 'latin';
}

/** Runs of letters of one subset, in order. */
export function runsOf(text: string): { subset: FontSubset; text: string }[] {
  const runs: { subset: FontSubset; text: string }[] = [];
  for (const letter of text) {
    const subset = subsetOf(letter);
    const last = runs.at(-1);
    if (last?.subset === subset) last.text += letter;
    else runs.push({ subset, text: letter });
  }
  return runs;
}

export function drawText(document: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  let at = x;
  for (const run of runsOf(text)) {
    document.font(run.subset).fontSize(size).text(run.text, at, y, { lineBreak: false });
    at += document.widthOfString(run.text);
  }
}
