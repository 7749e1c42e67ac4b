/**
 * Optima of problems of most profit, gap1 … gap12, five in each file. Source: J. E. Beasley, OR-Library, gapinfo ("the optimal solution
 * values … when solved as maximisation problems").
 */
export const MOST_PROFIT: Readonly<Record<string, readonly number[]>> = {
  gap1: [336, 327, 339, 341, 326],
  gap2: [434, 436, 420, 419, 428],
  gap3: [580, 564, 573, 570, 564],
  gap4: [656, 644, 673, 647, 664],
  gap5: [563, 558, 564, 568, 559],
  gap6: [761, 759, 758, 752, 747],
  gap7: [942, 949, 968, 945, 951],
  gap8: [1133, 1134, 1141, 1117, 1127],
  gap9: [709, 717, 712, 723, 706],
  gap10: [958, 963, 960, 947, 947],
  gap11: [1139, 1178, 1195, 1171, 1171],
  gap12: [1451, 1449, 1433, 1447, 1446],
};

/**
 * Optima of OR-Library's warehouse problems when each customer has one source, to seven digits as published. Source: the OR-Library
 * subset of the instances of G. Guastaroba & M. G. Speranza, A heuristic for BILP problems: the single source capacitated facility
 * location problem, European Journal of Operational Research 238 (2014) 438–450, whose files end with the optimum. cap41 and cap44 have a
 * customer that no one warehouse can serve.
 */
export const ONE_SOURCE: Readonly<Record<string, number>> = {
  cap61: 932615.8,
  cap62: 977799.4,
  cap63: 1014100,
  cap64: 1053197,
  cap71: 932615.7,
  cap72: 977799.4,
};
