import type { BomStatement } from './scenario-builder.ts';

interface Dump {
  readonly model: string;
  readonly pk: number;
  readonly fields: {
    readonly name?: string;
    readonly part?: number;
    readonly sub_part?: number;
    readonly quantity?: string;
  };
}

/** The BOM lines of a database dump of InvenTree (Django's JSON): `part.bomitem` rows between `part.part` rows; optional lines too. */
export function inventreeBom(dump: readonly Dump[]): readonly BomStatement[] {
  const parts = dump.filter((row) => row.model === 'part.part');
  const names = new Map(parts.map((row) => [row.pk, `${row.pk} ${row.fields.name}`]));
  return dump
    .filter((row) => row.model === 'part.bomitem')
    .map(({ fields }) => [names.get(fields.part!)!, names.get(fields.sub_part!)!, Number(fields.quantity)] as const);
}
