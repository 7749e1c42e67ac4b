import places from '../../../registry/places/dutch-places.json' with { type: 'json' };
import { drawRegistry } from '../../../registry/registry.ts';
import { capabilityOf } from '../../author/capability.ts';
import { drawIncumbents } from '../../author/incumbents.ts';
import { drawSecurity } from '../../author/security.ts';
import { structureOf } from '../../author/structure.ts';
import { BUY_ITEMS, PHANTOMS } from './buy-items.ts';
import { LINES, MAKE_ITEMS, OPERATIONS } from './parts.ts';
import { SEED, stream } from './seed.ts';

/** Masts a quarter today. */
export const BASELINE = 8;

/** The product: its structure, routing and what follows from them. */
export const RADAR_MAST = structureOf({
  product: 'RM-01',
  makeItems: MAKE_ITEMS,
  buyItems: BUY_ITEMS,
  phantoms: PHANTOMS,
  lines: LINES,
  operations: OPERATIONS,
});

/** The registry that the firms of this example are. */
export const REGISTRY = drawRegistry({ seed: SEED, size: 1000, places });

/** The firms of the registry, and the security level that this imaginary contract grants them. */
export const FIRMS = REGISTRY.firms.map((firm) => ({
  ...firm,
  ...drawSecurity(stream('security', firm.supplier), firm.category, firm.mix),
}));

const { isProven } = capabilityOf(RADAR_MAST, REGISTRY.certificates);

/** Who makes what today. */
export const INCUMBENTS = drawIncumbents(stream, { structure: RADAR_MAST, firms: FIRMS, isProven, baseline: BASELINE });
