import fc from 'fast-check';
import type { LinearModel } from '../../solver/model/linear-model.ts';
import { createModelBuilder } from '../../solver/model/model-builder.ts';

/** A model of blocks, and the block of each free column in its order; columns and rows of the blocks lie mixed. */
interface BlockModel {
  readonly model: LinearModel;
  /** By column: its block; −1 where its bounds fix it. */
  readonly blockOf: readonly number[];
  readonly blocks: number;
}

const factor = fc.integer({ min: -4, max: 4 }).filter((value) => value !== 0);

const column = fc.record({
  cost: fc.integer({ min: -5, max: 9 }),
  lower: fc.integer({ min: -2, max: 2 }),
  room: fc.integer({ min: 1, max: 6 }),
  whole: fc.boolean(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});

const row = fc.record({
  factors: fc.array(factor, { minLength: 1, maxLength: 4 }),
  below: fc.integer({ min: 0, max: 3 }),
  above: fc.integer({ min: 0, max: 3 }),
  sides: fc.constantFrom('upper', 'lower', 'both', 'equal'),
});

const block = fc.record({
  columns: fc.array(column, { minLength: 1, maxLength: 4 }),
  rows: fc.array(row, { maxLength: 3 }),
});

const LINKS = 2;

/**
 * Feasible models of up to five blocks that share no row but two: one over columns that stand, and one that no point within the bounds
 * breaks. `whole`: some columns must be whole.
 */
export const blockModel = ({ whole }: { readonly whole: boolean }): fc.Arbitrary<BlockModel> =>
  fc
    .tuple(
      fc.array(block, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: -9, max: 9 }),
      fc.infiniteStream(fc.nat()),
    )
    .map(([blocks, offset, chance]) => {
      const builder = createModelBuilder();
      const blockOf: number[] = [];
      const own = mixed(
        blocks.flatMap(({ columns }, number) => columns.map((each) => ({ ...each, number }))),
        chance,
      ).map((each) => {
        blockOf.push(each.number);
        const upper = each.lower + each.room;
        const index = builder.column(`x${blockOf.length}`, { lower: each.lower, upper, integer: whole && each.whole });
        const inside = each.lower + each.at * each.room;
        return { ...each, index, upper, inside: whole && each.whole ? Math.round(inside) : inside };
      });
      const standing = Array.from({ length: LINKS }, (_, at) => {
        blockOf.push(-1);
        return builder.column(`stands${at}`, { lower: 3, upper: 3 });
      });
      const rows = mixed(
        blocks.flatMap((each, number) => each.rows.map((stated) => ({ ...stated, number }))),
        chance,
      );
      rows.forEach(({ factors, below, above, sides, number }, at) => {
        const members = own.filter((each) => each.number === number);
        const terms = factors.map((value, place) => ({ column: members[place % members.length]!, value }));
        const activity = terms.reduce((sum, { column: { inside }, value }) => sum + value * inside, 0);
        const stands = at % LINKS;
        const [lower, upper] = [activity + 6 - (sides === 'equal' ? 0 : below), activity + 6 + above];
        builder.row(
          `r${at}`,
          [
            ...terms.map(({ column: { index }, value }) => ({ column: index, value })),
            { column: standing[stands]!, value: 2 },
          ],
          {
            ...(sides === 'upper' ? {} : { lower }),
            ...(sides === 'lower' ? {} : { upper: sides === 'equal' ? lower : upper }),
          },
        );
      });
      const most = own.reduce((sum, { upper }) => sum + upper, 0);
      builder.row(
        'never binds',
        own.map(({ index }) => ({ column: index, value: 1 })),
        { upper: most },
      );
      builder.row(
        'stands',
        standing.map((index) => ({ column: index, value: 1 })),
        { upper: 3 * LINKS },
      );
      const objective = own.map(({ index, cost }) => ({ column: index, value: cost }));
      const model = builder.build([...objective, { column: standing[0]!, value: 7 }], offset);
      return { model, blockOf, blocks: blocks.length };
    });

/** The same elements in an order that chance draws. */
function mixed<Element>(elements: readonly Element[], chance: Iterator<number>): readonly Element[] {
  const left = [...elements];
  return elements.map(() => left.splice(chance.next().value % left.length, 1)[0]!);
}
