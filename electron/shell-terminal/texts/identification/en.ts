/** Calibrating the comparison of faces on the command line, in English. */
export const en = {
  help: {
    identification: 'comparison of faces in remote identification',
    calibrate: 'measure thresholds on labelled pictures: one folder for each person, pictures (JPEG, PNG) in it',
    folder: 'folder with a folder for each person',
  },
  none: 'No two pictures with one face each were found in folders below {folder}.',
  counted: '{people} people, {pictures} pictures with one face, {left} without: {genuine} pairs of one person, {impostor} of two',
  header: 'distance up to   strangers taken for one   one taken for strangers',
  row: '{threshold}            {falseMatch}                   {falseNonMatch}',
  inForce: 'Policy {policy}: match up to {match}, a human decides up to {doubt}.',
  caution: 'Read figures below one in {impostor} as “not seen here”, not as “never”.',
} as const;
