/** HTML with escaping by default: whatever is put into a template is text unless it is HTML itself. */

export interface Html {
  readonly html: string;
}

type Part = string | number | Html | null | false | readonly Html[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** Attributes must be quoted in the template. `null` and `false` leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: strings.reduce((before, after, index) => before + write(parts[index - 1]!) + after) };
}

function write(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  if (Array.isArray(part)) return part.map((each: Html) => each.html).join('');
  return (part as Html).html;
}

/** For markup made by a library we trust, such as the SVG of a QR code. */
export const trusted = (markup: string): Html => ({ html: markup });
