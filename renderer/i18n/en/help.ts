/** Words of the key map, in English. */
export const help = {
  title: 'Keys',
  text: 'The whole workstation works without a mouse. The scanner works from any state of the desk.',
  group: { anywhere: 'Anywhere', desk: 'On the desk', answer: 'With an answer' },
  key: {
    help: 'This list',
    desk: 'Check',
    journal: 'Journal',
    settings: 'Settings',
    files: 'Check a file',
    keys: 'Signing keys',
    purpose: 'Change purpose',
    lock: 'Lock',
    code: 'To the code field',
    consent: 'Consent by SMS',
    request: 'QR on our screen',
    digits: 'A digit goes straight into the code field',
    extend: 'Extend the view',
    same: 'Same person',
    refuse: 'Refuse',
    clear: 'Clear the screen',
  },
} as const;
