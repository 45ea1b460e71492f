/** Words about the handheld scanner in Russian. */
export const handheld = {
  unfinished: 'Сканер не завершил код. Настройте его так, чтобы после кода он нажимал Enter.',
} as const;
