/** Puts the lines of a machine-readable zone together: readers of paper documents end each of them like a code of its own. */

/** A card has three lines of 30, a passport two of 44 (ICAO 9303-5 and 9303-4, section 4.2). */
const FORMS = [
  { first: /^[AIC](?=[^<]*<)[A-Z0-9<]{29}$/i, further: /^[A-Z0-9<]{30}$/i, lines: 3 },
  { first: /^P(?=[^<]*<)[A-Z0-9<]{43}$/i, further: /^[A-Z0-9<]{44}$/i, lines: 2 },
] as const;
/** The slowest reader that is known for one has typed its next line by then. */
const PATIENCE_MS = 2000;

interface Begun {
  readonly form: (typeof FORMS)[number];
  readonly lines: readonly string[];
}

export interface ZoneLines {
  add(text: string): void;
  stop(): void;
}

/** @param give is handed every text that begins no zone at once, a zone when it is whole, and its lines one by one where the rest never comes */
export function joinZoneLines(give: (text: string) => void): ZoneLines {
  let begun: Begun | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const letGo = (): void => {
    clearTimeout(timer);
    const { lines } = begun ?? { lines: [] };
    begun = null;
    for (const line of lines) give(line);
  };
  const wait = (next: Begun): void => {
    begun = next;
    timer = setTimeout(letGo, PATIENCE_MS);
  };

  return {
    add(text) {
      clearTimeout(timer);
      if (begun?.form.further.test(text)) {
        const lines = [...begun.lines, text];
        if (lines.length < begun.form.lines) return wait({ ...begun, lines });
        begun = null;
        return give(lines.join('\n'));
      }
      letGo();
      const form = FORMS.find(({ first }) => first.test(text));
      if (form === undefined) give(text);
      else wait({ form, lines: [text] });
    },
    stop: () => clearTimeout(timer),
  };
}
