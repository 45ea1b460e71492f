/** The keys of the screens, as the key map lists them: the word in `help.key`, and the cap. */
export const KEY_MAP = {
  desk: [
    ['digits', '0–9'],
    ['code', 'F2'],
    ['consent', 'F3'],
    ['request', 'Ctrl E'],
  ],
  answer: [
    ['extend', 'F8'],
    ['same', 'F9'],
    ['refuse', 'F10'],
    ['clear', 'Esc'],
  ],
  cases: [
    ['take', 'F9'],
    ['counter', 'F2'],
    ['putBack', 'F3'],
    ['retake', 'F8'],
    ['refuse', 'F10'],
    ['reason', '1–9'],
  ],
  calls: [
    ['accept', 'F9'],
    ['still', 'F2'],
    ['mute', 'F8'],
    ['abort', 'Ctrl E'],
    ['alarm', 'Ctrl J'],
  ],
} as const;

export const KEY_GROUPS = ['desk', 'answer', 'cases', 'calls'] as const satisfies readonly (keyof typeof KEY_MAP)[];
