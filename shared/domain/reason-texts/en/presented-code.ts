/** Texts for what was scanned or typed and is not a usable access, in English. */
import type { ReasonTexts } from '../reason-text.ts';

const OPEN_ACCESS = 'Ask the citizen to open the document in eGov Mobile and press “Open access”.';

export const presentedCode = {
  'access-unknown': {
    title: 'Access not found',
    reason: 'The service does not know this code; a digit may be wrong.',
    next: 'Compare the code with the phone, or ask for access to be opened again.',
  },
  'access-expired': {
    title: 'Access has expired',
    reason: 'Access is opened for a few minutes and the time has passed.',
    next: 'Ask the citizen to press “Open access” once more.',
  },
  'access-used': {
    title: 'Code already used',
    reason: 'The document was already opened with this code; it does not work twice.',
    next: 'Ask for access to be opened again, now and on the citizen’s own phone.',
  },
  'access-other-purpose': {
    title: 'Access is for another purpose',
    reason: 'The citizen opened access for another purpose or organisation.',
    next: 'Check the chosen purpose and ask for access to be opened for it.',
  },
  'code-blocked': {
    title: 'Code entry is paused',
    reason: 'Too many wrong codes were entered in a row.',
    next: 'Scan the QR code instead, or wait until entry opens again.',
  },
  'code-malformed': {
    title: 'Code is incomplete',
    reason: 'A short code has exactly six digits.',
    next: 'Type the six digits shown on the phone.',
  },
  'iin-malformed': {
    title: 'Mistake in the IIN',
    reason: 'The number fails its check; most likely one digit is wrong.',
    next: 'Read the number again and type it once more.',
  },
  'iin-required': {
    title: 'IIN is needed',
    reason: 'A short code is checked together with the document owner’s number.',
    next: 'Type the IIN and check again.',
  },
  'not-our-qr': {
    title: 'Not an access code',
    reason: 'This code does not give access to a digital document.',
    next: OPEN_ACCESS,
  },
  'qr-signing': {
    title: 'This is a signing code',
    reason: 'Such a code is for signing electronic documents; it cannot show one.',
    next: OPEN_ACCESS,
  },
  'qr-login': {
    title: 'This is a sign-in code',
    reason: 'Such a code confirms a sign-in to a personal cabinet; fraudsters use it too.',
    next: 'Warn the citizen to show it to nobody, and ask for “Open access” to be pressed.',
  },
  'qr-payment': {
    title: 'This is a payment code',
    reason: 'The code is for paying, not for showing a document.',
    next: OPEN_ACCESS,
  },
  'qr-url': {
    title: 'This is an ordinary link',
    reason: 'The code leads to a web page, which was not opened.',
    next: OPEN_ACCESS,
  },
  'qr-wifi': {
    title: 'This is a Wi-Fi code',
    reason: 'The code holds the settings of a wireless network.',
    next: OPEN_ACCESS,
  },
  'qr-contact': {
    title: 'This is a contact code',
    reason: 'The code holds contact details, not a document.',
    next: OPEN_ACCESS,
  },
  'qr-mrz': {
    title: 'This is a printed document',
    reason: 'The machine-readable zone of a card or passport was read.',
    next: 'Check the printed document in the usual way; a digital one needs an “Open access” code.',
  },
  'barcode-old-card': {
    title: 'This is a card barcode',
    reason: 'The barcode of an old identity card holds only the IIN.',
    next: OPEN_ACCESS,
  },
  'several-codes': {
    title: 'Several codes in view',
    reason: 'More than one code is in view and the program will not choose for you.',
    next: 'Leave only one code in front of the camera.',
  },
  'picture-without-code': {
    title: 'No code in the picture',
    reason: 'No QR code was found in this picture.',
    next: 'Show the phone to the camera or type the six digits.',
  },
  'picture-unreadable': {
    title: 'File cannot be read',
    reason: 'It is not a picture, or the picture is damaged or too large.',
    next: 'Choose a PNG or JPEG file, or scan the code with the camera.',
  },
} satisfies ReasonTexts;
