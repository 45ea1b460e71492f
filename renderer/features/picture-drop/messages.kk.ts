/** Words about dropped pictures in Kazakh. */
export const picture = {
  choose: 'Сурет немесе PDF таңдау',
  ready: 'Немесе осында сүйреп әкеліңіз, не алмасу буферінен қойыңыз',
  over: 'Суретті жіберіңіз',
  reading: 'Суреттен код ізделуде…',
  refused: {
    'without-code': 'Суретте код жоқ. QR-код толық көрінетін суретті алыңыз.',
    several: 'Суретте бірнеше код бар. Біреуі ғана қалатындай қиып алыңыз.',
    unreadable: 'Сурет ашылмайды. PNG, JPEG, WebP және құпиясөзсіз PDF жарайды.',
    'too-large': 'Сурет тым үлкен. 25 МБ-қа дейінгі файлдар жарайды.',
    'not-a-picture': 'Бір ғана файл керек: PNG, JPEG, WebP немесе PDF.',
  },
} as const;
