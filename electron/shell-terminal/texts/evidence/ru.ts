/** Packages of evidence on the command line in Russian. */
export const ru = {
  help: {
    evidence: 'пакеты доказательств удалённой идентификации',
    verify: 'сказать, цел ли пакет, не изменён ли и подписан ли',
    open: 'распаковать содержимое пакета в новую папку',
    file: 'пакет (.tekser-evidence)',
    archiveKey: 'закрытый ключ архива организации (PKCS#8, PEM)',
    out: 'папка, которую создать',
  },
  state: {
    sealed: 'Запечатан: всё в нём такое, каким было записано.',
    partial: 'Неполный: сеанс оборвался до подписи. То, что есть, такое, каким было записано.',
    altered: 'Изменён: файл кто-то правил.',
    'not-ours': 'Это не пакет этого архива.',
  },
  package: 'пакет {id}, заявка {case}',
  session: 'оператор {operator}, правила {policy}, сценарий {script}, с {from} по {to}',
  items: 'частей: {count}',
  head: 'накопленный хэш, как в журнале: {head}',
  manifest: 'SHA-256 описи, как в журнале: {hash}',
  unpacked: 'Распаковано в {folder}.',
};
