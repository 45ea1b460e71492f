/** Status words of ГБД ФЛ as far as they are public; `00` alone does not say that the term has not ended. */
import type { DictionaryValue } from '../../../shared/domain/checking/document-content.ts';

export const IN_FORCE: DictionaryValue = { code: '00', nameRu: 'ДОКУМЕНТ ДЕЙСТВИТЕЛЕН', nameKz: 'ҚҰЖАТ ЖАРАМДЫ' };

export const UNFIT: DictionaryValue = {
  code: '07',
  nameRu: 'НЕПРИГОДНОСТЬ ДЛЯ ДАЛЬНЕЙШЕГО ИСПОЛЬЗОВАНИЯ',
  nameKz: 'ОДАН ӘРІ ПАЙДАЛАНУҒА ЖАРАМСЫЗ',
};

export const REPLACED: DictionaryValue = { code: '17', nameRu: 'ВЫПУСК НОВОГО ДОКУМЕНТА', nameKz: 'ЖАҢА ҚҰЖАТ ШЫҒАРЫЛДЫ' };

export const OWNER_DIED: DictionaryValue = {
  code: '18',
  nameRu: 'ИЗМЕНЕНИЕ ЗАПИСИ АКТА О СМЕРТИ',
  nameKz: 'ҚАЙТЫС БОЛУ ТУРАЛЫ АКТ ЖАЗБАСЫНЫҢ ӨЗГЕРТІЛУІ',
};
