/** Words about the handheld scanner in English. */
export const handheld = {
  unfinished: 'The scanner did not end the code. Set it to press Enter after each code.',
} as const;
