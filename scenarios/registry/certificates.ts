import { csv } from '../wire/csv/write-csv.ts';
import { EXC2, EXC3, KINDS, type Kind } from './certificate-kinds.ts';
import { type Firm, isNearDefence } from './firm.ts';
import { between, roundTo, type Stream, type Streams, whole } from './random.ts';

/** A row of certificates.csv as it is drawn. */
export interface Certificate {
  readonly supplier: string;
  readonly certificate: string;
  readonly status: 'held' | 'in-progress' | 'obtainable';
  readonly scope?: string;
  readonly validUntil?: string;
  readonly renewable?: boolean;
  readonly leadTime?: number;
  readonly cost?: number;
  readonly verifiedIn?: string;
}

function drawRow(draw: Stream, firm: Firm, kind: Kind): Certificate | undefined {
  const [held, inProgress, obtainable] = kind.chances(firm);
  const [luck, renewed, wait, euro] = [draw(), draw(), draw(), draw()];
  const year = whole(draw, 2026, 2029);
  const month = whole(draw, 1, 12);
  const named = { supplier: firm.supplier, certificate: kind.name, ...(kind.scope ? { scope: kind.scope } : {}) };
  const leadTime = whole(() => wait, ...kind.periods);
  if (luck < held) {
    const validUntil = `${year}-${String(month).padStart(2, '0')}-28`;
    return {
      ...named,
      status: 'held',
      validUntil,
      renewable: isNearDefence(firm) || renewed < 0.9,
      verifiedIn: 'example register',
    };
  }
  if (luck < held + inProgress) return { ...named, status: 'in-progress', leadTime: Math.max(1, leadTime - 1) };
  if (luck >= held + inProgress + obtainable) return undefined;
  return {
    ...named,
    status: 'obtainable',
    leadTime,
    cost: roundTo(
      between(() => euro, ...kind.cost),
      500,
    ),
  };
}

/** The welding class and, beside it, the welding quality level that belongs to it. */
function weldingRows(draw: Stream, firm: Firm): Certificate[] {
  const exc3 = drawRow(draw, firm, EXC3);
  const exc2 = drawRow(draw, firm, EXC2);
  const level = (row: Certificate, certificate: string): Certificate[] => {
    const { cost, ...rest } = row;
    return [row, { ...rest, certificate, ...(cost === undefined ? {} : { cost: roundTo(cost * 0.4, 500) }) }];
  };
  if (exc3?.status === 'held') return level(exc3, 'ISO 3834-2');
  return [...(exc2 ? level(exc2, 'ISO 3834-3') : []), ...(exc3 ? level(exc3, 'ISO 3834-2') : [])];
}

/** The certificates that a firm has or can get. */
export const drawCertificates = (streams: Streams, firm: Firm): Certificate[] => {
  const rows = KINDS.map((kind) => drawRow(streams(kind.name, firm.supplier), firm, kind));
  return [...rows.filter((row) => row !== undefined), ...weldingRows(streams('EN 1090', firm.supplier), firm)];
};

const COLUMNS = [
  'supplier',
  'certificate',
  'status',
  'scope',
  'validUntil',
  'renewable',
  'leadTime',
  'cost',
  'verifiedIn',
] as const;

/** certificates.csv */
export const certificatesCsv = (rows: readonly Certificate[]): string => csv(COLUMNS, rows);
