/** A PDF with a code on each page, drawn of rectangles: the smallest file PDF 32000-1 section 7.5 allows. */
import { encodeQR } from 'qr';

/** Points of an A4 page. */
const PAGE = { width: 595, height: 842 };
const MODULE = 4;

/** @param texts what each page's code says; null for an empty page */
export function pdfOf(texts: readonly (string | null)[]): Buffer {
  const pages = texts.map((text) => (text === null ? '' : drawing(text)));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${3 + 2 * index} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${4 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

function drawing(text: string): string {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const rectangles = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`${100 + x * MODULE} ${PAGE.height - 100 - (y + 1) * MODULE} ${MODULE} ${MODULE} re`] : [])),
  );
  return `${rectangles.join('\n')}\nf`;
}
