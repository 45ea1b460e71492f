/** Words about dropped pictures in English. */
export const picture = {
  choose: 'Choose a picture or PDF',
  ready: 'Or drop it here, or paste it',
  over: 'Let the picture go',
  reading: 'Looking for a code in the picture…',
  refused: {
    'without-code': 'There is no code in the picture. Take one that shows the whole QR code.',
    several: 'There are several codes in the picture. Crop it to one.',
    unreadable: 'The picture cannot be opened. PNG, JPEG, WebP and PDF without a password work.',
    'too-large': 'The picture is too large. Files up to 25 MB work.',
    'not-a-picture': 'One file is needed: PNG, JPEG, WebP or PDF.',
  },
} as const;
