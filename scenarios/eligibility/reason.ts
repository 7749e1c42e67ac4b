/** Why a supplier cannot be awarded an item, in the order in which reasons are listed. */
export const REASON_CODES = [
  'not-quoted',
  'excluded',
  'process-missing',
  'no-capacity',
  'certificate-missing',
  'certificate-expired',
  'security',
  'too-late',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

export interface Reason {
  readonly code: ReasonCode;
  /** In business words, with item, firm and period. */
  readonly message: string;
}

/** The bit that stands for a reason where a pair's reasons are one number. */
export const reasonBit = (code: ReasonCode): number => 1 << REASON_CODES.indexOf(code);
