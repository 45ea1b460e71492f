/** Texts for time stamps that prove less than they should, and for signed PDF files, in English. */
import type { ReasonTexts } from '../reason-text.ts';

export const signedFile = {
  'timestamp-weak': {
    title: 'Time stamp by a weak method',
    reason: 'The time stamp was made with a hash that is no longer considered safe, so the time of signing is not proven.',
    next: 'Read the document; if it matters when it was signed, ask for another proof of the date.',
  },
  'timestamp-policy-unaccepted': {
    title: 'Time stamp of an unknown kind',
    reason: 'The time service is a trusted one, but it made the time stamp under rules that are not accepted here.',
    next: 'Report it to the supervisor: the list of accepted time stamp policies may have to be extended.',
  },
  'archive-timestamp-unproven': {
    title: 'Archive time stamp proves nothing',
    reason: 'A time stamp made for archiving is damaged, does not fit or could not be confirmed; the signature was judged without it.',
    next: 'Read the document and accept it if all else is right; tell the supervisor about the archive time stamp.',
  },
  'signature-not-whole-document': {
    title: 'Signature does not cover the whole document',
    reason: 'Parts of the file lie outside what is signed, so what is seen may be something else.',
    next: 'Do not accept the file; ask for the document as it was signed.',
  },
  'document-changed-after-signing': {
    title: 'Document was changed after signing',
    reason: 'Something was added to the file after the signature that changes what is seen or that cannot be explained.',
    next: 'Do not accept the file; ask for the document as it was signed.',
  },
  'document-with-active-content': {
    title: 'Document runs a program',
    reason: 'The file contains a script or a form that can change what is seen, so nobody can say what was signed.',
    next: 'Ask for the document without scripts, for example saved as PDF/A.',
  },
  'file-form-unsupported': {
    title: 'File cannot be checked',
    reason: 'The file is built in a way that this program does not check.',
    next: 'Ask for the document in its plain form, saved anew as PDF.',
  },
  'file-encrypted': {
    title: 'File is encrypted',
    reason: 'The PDF is protected by a password or by encryption, so that what was signed cannot be seen here.',
    next: 'Ask for the document without a password and without encryption, signed as it is.',
  },
  'judging-not-finished': {
    title: 'Check was not finished',
    reason: 'The check was stopped, or the file takes more time or memory than one check may have.',
    next: 'Check the file again; if it ends like this again, ask for the document in a smaller or simpler file.',
  },
  'judging-unavailable': {
    title: 'This computer cannot check large files',
    reason: 'The part of the program that checks large files did not start: it is missing or damaged.',
    next: 'Restart the program and check the file again; if that does not help, ask the administrator to install the program anew.',
  },
  'card-pages-unsigned': {
    title: 'The signed document is inside the card',
    reason: 'The pages of a document card are a picture of it; signed is the file attached to the card.',
    next: 'Open the attached document and read that one.',
  },
} satisfies ReasonTexts;
