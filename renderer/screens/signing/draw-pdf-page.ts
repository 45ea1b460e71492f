/** Draws one page of a PDF for somebody who is about to sign it: with the fonts of the document, or of the system where it brings none. */

/** Of a canvas: more memory than a page on a screen needs. */
const MOST_PIXELS = 6_000_000;

export interface PdfFile {
  pages: number;
  /** @param width in CSS pixels */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * The half that parses runs in the page: the library would fetch a worker of its own, and the page fetches nothing.
 * @throws whatever the library throws for bytes that are no PDF it can draw, or one under a password
 */
export async function openPdf(data: Uint8Array): Promise<PdfFile> {
  const pdf = await import('pdfjs-dist');
  // @ts-expect-error -- the half that parses is shipped without types; it is only handed over, never called
  const own: unknown = await import('pdfjs-dist/build/pdf.worker.min.mjs');
  Object.assign(globalThis, { pdfjsWorker: own });
  const task = pdf.getDocument({
    data,
    useSystemFonts: true,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
  const document = await task.promise;
  return {
    pages: document.numPages,
    async draw(number, canvas, width) {
      const page = await document.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const sharp = (width / natural.width) * devicePixelRatio;
      const scale = Math.min(sharp, Math.sqrt(MOST_PIXELS / (natural.width * natural.height)));
      const viewport = page.getViewport({ scale });
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      await page.render({ canvas, viewport }).promise;
    },
    close: () => task.destroy(),
  };
}
