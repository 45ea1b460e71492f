/** Training operators: three roles, keys of the stand's authority, names nobody could take for a person's. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { StandPerson } from '../population/person.ts';
import type { StandWorld } from '../world.ts';

export const TRAINING_ORGANISATION = {
  name: '«Тексер» оқу орталығы (TEST)',
  /** The check digit is right, but no organisation was registered in a month 99. */
  bin: '999940990013',
  branch: 'Оқу терезесі № 1',
} as const;

const ROLES = [
  { id: 'training-tson', profile: 'tson', displayName: 'Оператор Тренировочный' },
  { id: 'training-bank', profile: 'bank', displayName: 'Кассир Учебный' },
  { id: 'training-supervisor', profile: 'supervisor', displayName: 'Старший Демонстрационный' },
  { id: 'training-agent', profile: 'video-agent', displayName: 'Агент Видеозвонков' },
] as const;

/** Protects nothing: the key opens nothing outside the stand, and the stand hands both out together. */
const PASSWORD = 'Training1';

export interface TrainingOperators {
  policy: Connection['organisation']['operators'];
  keys: NonNullable<Connection['training']>['operators'];
}

export async function trainingOperators(world: StandWorld): Promise<TrainingOperators> {
  const authority = await world.authority();
  const people = unremarkableAdults(world).slice(0, ROLES.length);
  const operators = await Promise.all(
    ROLES.map(async ({ id, profile, displayName }, index) => {
      const [surname, name] = displayName.split(' ') as [string, string];
      const { iin } = people[index]!;
      const keyFile = await authority.issueEmployeeKey({
        surname,
        name,
        patronymic: null,
        iin,
        bin: TRAINING_ORGANISATION.bin,
        organisation: TRAINING_ORGANISATION.name,
        password: PASSWORD,
      });
      return { id, profile, displayName, iin, keyFile: Buffer.from(keyFile.pkcs12).toString('base64'), password: PASSWORD };
    }),
  );
  return {
    policy: operators.map(({ id, iin, profile }) => ({ id, iin, profile })),
    keys: operators.map(({ id, displayName, profile, keyFile, password }) => ({
      id,
      displayName,
      profile,
      keyFile,
      password,
    })),
  };
}

/** Whoever plays no hard case; always the same for a seed. */
function unremarkableAdults(world: StandWorld): StandPerson[] {
  const latestBirthYear = world.now().getUTCFullYear() - 25;
  return world.population.people.filter(
    ({ trainingCase, deathDate, birthDate }) =>
      trainingCase === null && deathDate === null && Number(birthDate.slice(0, 4)) <= latestBirthYear,
  );
}
