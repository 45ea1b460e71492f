/** Words about dropped pictures in English. */
export const picture = {
  choose: 'Picture, PDF',
  ready: 'Or drop it here, or paste it',
  over: 'Drop the picture',
  reading: 'Looking for a code in the picture…',
  screen: {
    take: 'From the screen',
    title: 'Where on the screen the code is',
    hint: 'Mark the code with the mouse. With keys: arrows move the frame, Shift with arrows changes its size. Without a mark all of the picture is read.',
    region: 'Picture of the screen with its frame',
    read: 'Read it',
  },
  refused: {
    'without-code': 'There is no code in the picture. Take one that shows the whole QR code.',
    several: 'There are several codes in the picture. Crop it to one.',
    unreadable: 'The picture cannot be opened. PNG, JPEG, WebP and PDF without a password work.',
    'too-large': 'The picture is too large. Files up to 25 MB work.',
    'not-a-picture': 'One file is needed: PNG, JPEG, WebP or PDF.',
    'screen-refused': 'No screen was shown. Press again and choose the screen or window with the code.',
    'screen-failed': 'The screen could not be taken. Take a picture of it with the system’s own means and paste it here.',
  },
} as const;
