/** Words about the handheld scanner in English. */
export const handheld = {
  unfinished: 'The scanner did not end the code. Set it to press Enter after each code.',
  learning: {
    title: 'Handheld scanner',
    text: 'If the scanner adds characters, does not press Enter, is slow or mixes letters up, let the workstation learn it.',
    usual: 'A usual scanner: Enter after the code, nothing added.',
    learned: 'Learned: {{gap}} ms between characters, {{end}} at the end, added: {{extra}}.',
    noExtra: 'nothing',
    end: { enter: 'Enter', tab: 'Tab', none: 'silence' },
    learn: 'Learn the scanner',
    forget: 'Forget',
    dialog: 'Learning the scanner',
    scan: 'Scan this code. Leave mouse and keyboard alone meanwhile.',
    code: 'Code for learning the scanner',
    done: 'Done: the scanner is learned.',
    fails: { 'other-text': 'The scanner sent something else than the code says. Set it to the US keyboard and scan once more.', 'too-slow': 'The scanner types too slowly. Set its delay between characters to 20 ms at most and scan once more.' },
  },
} as const;
