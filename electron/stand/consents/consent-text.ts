/** What 1414 writes when somebody asks for a document or for what the registers know: who, what for, and that the code is nobody else's. */
import type { Pair } from '../../../shared/domain/localized.ts';

/** As the asker named themselves. */
interface Asker {
  organisation: string;
  employee_name: string;
  ground: Pair;
}

const WANTED = {
  document: { kk: 'құжатыңызды', ru: 'ваш документ' },
  registers: { kk: 'тізілімдердегі деректеріңізді', ru: 'ваши данные из реестров' },
} as const;

export function consentText({ organisation, employee_name: employee, ground }: Asker, subject: keyof typeof WANTED, password: string): Pair {
  const wanted = WANTED[subject];
  return {
    kk: `${organisation} (${employee}) ${wanted.kk} сұрайды: ${ground.kk}. Код ${password}. Оны ешкімге айтпаңыз, тек eGov Mobile қосымшасында енгізіңіз.`,
    ru: `${organisation} (${employee}) запрашивает ${wanted.ru}: ${ground.ru}. Код ${password}. Никому его не называйте, введите только в eGov Mobile.`,
  };
}
