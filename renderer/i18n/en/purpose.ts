/** Words of the purpose chooser, in English. */
export const purpose = {
  title: 'Which service is the check for?',
  text: 'The citizen sees the purpose in the cabinet, and it goes into the journal. It holds until you change it.',
  keys: 'Press a digit on the keyboard',
  presence: 'The presenter must be here in person',
  representative: 'A legal representative may present',
  current: 'chosen now',
  none: 'There is no purpose for your role. Contact the supervisor.',
  back: 'Back without a change',
  first: 'A code was read, but no purpose is chosen yet. Choose one and scan the code again.',
} as const;
