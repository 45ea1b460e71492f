/** The citizens of the stand, as their phones let them act. */
import type { Stand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/person.ts';

export interface OpenedAccess {
  id: string;
  iin: string;
  /** What the QR says. */
  qr: string;
  code: string;
}

export class Citizens {
  readonly stand: Stand;
  #open: OpenedAccess[] = [];

  constructor(stand: Stand) {
    this.stand = stand;
  }

  /** The person of a training case of the stand. */
  case(code: string): StandPerson {
    const person = this.stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === code);
    if (person === undefined) throw new RangeError(`the stand has no training case ${code}`);
    return person;
  }

  /** Somebody who holds a document of this type and is in no training case, else somebody of one. */
  holderOf(documentType: string): StandPerson {
    const holders = this.stand.control.population.people.filter(
      ({ documents, deathDate }) => deathDate === null && documents.some(({ type }) => type === documentType),
    );
    const holder = holders.find(({ trainingCase }) => trainingCase === null) ?? holders[0];
    if (holder === undefined) throw new RangeError(`nobody of the stand holds a ${documentType}`);
    return holder;
  }

  openAccess(person: StandPerson, documentType = 'identity_card'): OpenedAccess {
    const opened = this.stand.control.citizen.open(person.iin, { documentType });
    if (!opened.ok) throw new Error(`access not opened: ${opened.failure}`);
    const access = { id: opened.value.id, iin: person.iin, qr: opened.value.qr, code: opened.value.code };
    this.#open.push(access);
    return access;
  }

  close({ iin, id }: OpenedAccess): void {
    this.stand.control.citizen.close(iin, id);
  }

  /** Nothing a test opened may be filmed by the training camera of the next one. */
  closeAll(): void {
    for (const access of this.#open.splice(0)) this.close(access);
  }
}
