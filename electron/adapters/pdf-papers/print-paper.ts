/** Prints a paper as PDF: A4, both languages, with fonts that have all Kazakh letters. */
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Pair } from '../../../shared/domain/localized.ts';
import type { Paper, PaperPress } from '../../ports/paper-press.ts';
import { drawText, FONT_FILES, FONT_SUBSETS, runsOf } from '../journal-export/pdf-fonts.ts';

const MARGIN = 56;
const SIZE = { title: 15, text: 10.5, small: 9 } as const;
const LEADING = 1.45;
const LABEL_WIDTH = 190;

/** @param fonts the folder resources/fonts of the installation */
export const createPaperPress = (fonts: string): PaperPress => ({
  async print(paper) {
    // Loaded only now: most days print nothing.
    const { default: Document } = await import('pdfkit');
    const document: PDFKit.PDFDocument = new Document({ size: 'A4', margin: MARGIN, font: null as never, lang: 'kk', info: { Title: `${paper.title.kk} / ${paper.title.ru}`, CreationDate: paper.at } });
    for (const subset of FONT_SUBSETS) document.registerFont(subset, join(fonts, FONT_FILES[subset]));
    draw(document, paper);
    document.end();
    return new Uint8Array(await buffer(document));
  },
});

function draw(document: PDFKit.PDFDocument, { title, facts, paragraphs, signatures }: Paper): void {
  const width = document.page.width - 2 * MARGIN;
  let y = MARGIN;
  const lines = (text: string, size: number, x = MARGIN, room = width): number => {
    let at = y;
    for (const line of wrap(document, text, size, room)) {
      drawText(document, line, x, at, size);
      at += size * LEADING;
    }
    return at;
  };
  const room = (height: number): void => {
    if (y + height <= document.page.height - MARGIN) return;
    document.addPage();
    y = MARGIN;
  };
  for (const text of [title.kk, title.ru]) y = lines(text, SIZE.title);
  y += SIZE.text;
  for (const { label, value } of facts) {
    room(3 * SIZE.text * LEADING);
    const values = typeof value === 'string' ? [value] : [value.kk, value.ru];
    const labelEnd = lines(both(label), SIZE.small, MARGIN, LABEL_WIDTH - 12);
    let end = y;
    for (const text of values) {
      const before = y;
      y = end;
      end = lines(text, SIZE.text, MARGIN + LABEL_WIDTH, width - LABEL_WIDTH);
      y = before;
    }
    y = Math.max(labelEnd, end) + 5;
  }
  y += SIZE.text;
  for (const paragraph of paragraphs) {
    for (const text of [paragraph.kk, paragraph.ru]) {
      room(4 * SIZE.text * LEADING);
      y = lines(text, SIZE.text) + 3;
    }
    y += 6;
  }
  for (const signature of signatures) {
    room(3 * SIZE.text * LEADING);
    y = lines(`${both(signature)}: ______________________________`, SIZE.text) + 14;
  }
}

const both = ({ kk, ru }: Pair): string => (kk === ru ? kk : `${kk} / ${ru}`);

function widthOf(document: PDFKit.PDFDocument, text: string, size: number): number {
  return runsOf(text).reduce((sum, run) => sum + document.font(run.subset).fontSize(size).widthOfString(run.text), 0);
}

/** By words; a word that is longer than a line (a fingerprint) is cut where the line ends. */
function wrap(document: PDFKit.PDFDocument, text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(document, longer, size) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(document, line, size) > room) {
      let cut = line.length - 1;
      while (widthOf(document, line.slice(0, cut), size) > room) cut -= 1;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return [...lines, line];
}
