import { drawCertificates } from '../../../registry/certificates.ts';
import { capabilityOf } from '../../author/capability.ts';
import { drawIncumbents } from '../../author/incumbents.ts';
import { structureOf } from '../../author/structure.ts';
import { BUY_ITEMS, PHANTOMS } from './buy-items.ts';
import { LINES } from './lines.ts';
import { MAKE_ITEMS } from './make-items.ts';
import { OPERATIONS } from './operations.ts';
import { stream } from './seed.ts';
import { FIRMS } from './suppliers.ts';

/** Cranes a quarter today. */
export const BASELINE = 12;

/** The product: its structure, routing and what follows from them. */
export const CRANE = structureOf({
  product: 'CRANE-01',
  makeItems: MAKE_ITEMS,
  buyItems: BUY_ITEMS,
  phantoms: PHANTOMS,
  lines: LINES,
  operations: OPERATIONS,
});

/** What the firms hold or can get. */
export const CERTIFICATES = FIRMS.flatMap((firm) => drawCertificates(stream, firm));

/** Who can make what one day, and who can today. */
export const { isCapable, isProven } = capabilityOf(CRANE, CERTIFICATES);

/** Who makes what today. */
export const INCUMBENTS = drawIncumbents(stream, { structure: CRANE, firms: FIRMS, isProven, baseline: BASELINE });
