/** Calibrating the comparison of faces on the command line, in Kazakh. */
export const kk = {
  help: {
    identification: 'қашықтан сәйкестендіруде бет-әлпетті салыстыру',
    calibrate: 'белгіленген суреттер бойынша шектерді өлшеу: әр адамға бір қалта, ішінде суреттері (JPEG, PNG)',
    folder: 'әр адамның өз қалтасы бар қалта',
  },
  none: '{folder} ішіндегі қалталардан әрқайсысында бір ғана бет бар екі сурет табылмады.',
  counted: 'Адам: {people}, бір беті бар сурет: {pictures}, беті жоғы: {left}; бір адамның жұптары: {genuine}, екі адамның жұптары: {impostor}',
  header: 'қашықтық шегі    бөтендер бір адам саналды   бір адам бөтен саналды',
  row: '{threshold}            {falseMatch}                   {falseNonMatch}',
  inForce: '{policy} ережелері: {match} шегіне дейін сәйкес, {doubt} шегіне дейін адам шешеді.',
  caution: '{impostor} жұптың біреуінен аз үлес «мұнда кездеспеді» дегенді білдіреді, «болмайды» дегенді емес.',
};
