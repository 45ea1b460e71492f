/** Of two views of the call desk the newer one: an answer of the core and its event can overtake each other. */
import type { CallDeskView } from '../../../shared/domain/call/call-view.ts';

export const newerView = (shown: CallDeskView | null, told: CallDeskView): CallDeskView =>
  shown !== null && shown.revision > told.revision ? shown : told;
