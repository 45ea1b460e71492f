/**
 * Where things stand on the card, in points of the straightened one. The order that shows the samples could not be had; these are the
 * places of the specimens the reader was measured on. Another layout is another table.
 */

export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type VisualField = 'surname' | 'name' | 'patronymic' | 'birthDate' | 'iin' | 'number' | 'validity';

export const FRONT_FIELDS: Partial<Readonly<Record<VisualField, Place>>> = {
  surname: { left: 336, top: 168, width: 660, height: 54 },
  name: { left: 336, top: 264, width: 660, height: 54 },
  patronymic: { left: 336, top: 360, width: 660, height: 54 },
  birthDate: { left: 336, top: 460, width: 280, height: 50 },
  iin: { left: 190, top: 530, width: 340, height: 58 },
};

export const BACK_FIELDS: Partial<Readonly<Record<VisualField, Place>>> = {
  number: { left: 88, top: 34, width: 260, height: 56 },
  validity: { left: 52, top: 332, width: 380, height: 44 },
};

export const PORTRAIT: Place = { left: 44, top: 122, width: 286, height: 356 };

/** Of the three machine-readable rows, on the back. */
export const ZONE: Place = { left: 40, top: 434, width: 948, height: 160 };

/** What the frame on the screen surrounds, as shares of the picture; used where the card cannot be told from its background. */
export const GUIDE = { left: 25 / 160, width: 110 / 160 } as const;
