import { table } from '../../../registry/table.ts';

/** Antenna platform with radome, and hydraulics; the columns are explained in parts.ts. */
export const HEAD = table(`
item   | name                           | lead | material | kg  | mark | stock | needs | routing                                         | components
RP-100 | Antenna platform               | 1    | 380      | 24  |      |       | Q A   | mechanical assembly 26, test 9                  | RP-110, RP-120, RP-130, RP-140, RP-200, RP-300 2, RP-400, BY-030
RP-110 | Platform frame, painted        |      | 110      | 6   |      |       | Q S   | surface treatment 6 + 2/4                       | RP-111
RP-111 | Platform frame, welded         |      | 170      |     | !    |       | W3    | welding 24 + 8/4, large milling 7               | BY-010 0.4 @3
RP-120 | Turntable adapter              |      | 420      | 82  | !    |       | Q A   | turning 6 + 4/6, milling 4.5, grinding 2        |
RP-130 | Rotary drive                   |      | 130      | 8   | !    |       | Q A   | mechanical assembly 7, test 2.5                 | RP-131, RP-132 2, BY-031
RP-131 | Rotary drive housing           |      | 180      | 26  |      |       | Q     | 5-axis milling 5 + 8/16                         |
RP-132 | Rotary pinion, hardened        |      | 12       |     |      |       | Q     | heat treatment 0.8 + 4/32                       | RP-133 1 @1
RP-133 | Rotary pinion, cut             |      | 72       | 7   |      |       | Q     | turning 1 + 4/32, gear cutting 2.6 + 6/32       |
RP-140 | Slip ring carrier              |      | 95       | 12  |      |       | Q A   | turning 2.4 + 4/16, milling 2                   | BY-032
RP-200 | Radome, painted                |      | 140      | 6   |      |       | Q S   | surface treatment 8                             | RP-210, RP-220
RP-210 | Radome shell                   |      | 2900     | 96  | !    |       |       | composites 46 + 8/4                             | BY-033 1 @4
RP-220 | Radome ring                    |      | 160      | 22  |      |       | Q A   | turning 2 + 4/8, milling 3.5                    |
RP-300 | Antenna fixture                |      | 140      | 16  |      |       | Q     | 5-axis milling 6 + 8/16                         | RP-310 4
RP-310 | Fixture bracket                |      | 85       | 0.9 |      |       |       | additive 2.4 + 6/64                             |
RP-400 | Equipment box                  |      | 150      | 31  |      |       | Q S   | sheet metal 5.5, surface treatment 2            |
HY-100 | Hydraulic power unit           |      | 460      | 38  |      |       | Q     | hydraulics assembly 18, test 5                  | HY-110, HY-120, HY-130, HY-140, HY-600, BY-050 2, BY-051
HY-110 | Main manifold                  |      | 240      | 29  |      |       | Q     | 5-axis milling 5 + 6/24                         |
HY-120 | Return manifold                |      | 130      | 17  |      |       | Q A   | milling 3.2 + 4/24                              |
HY-130 | Hydraulic tank                 |      | 150      | 66  |      |       | Q W2  | sheet metal 4, welding 5                        |
HY-140 | Pipework set                   |      | 280      | 61  |      |       | Q     | tube bending 10, welding 2.5                    |
HY-200 | Tilt cylinder                  |      | 95       | 9   | !    |       | Q     | hydraulics assembly 6, test 1.5                 | HY-210, HY-220, HY-230, HY-240, BY-055
HY-210 | Tilt cylinder rod              |      | 48       |     |      |       | Q A   | turning 4 + 4/12, grinding 1.2                  | BY-053 2.2 @2
HY-220 | Tilt cylinder barrel           |      | 60       |     |      |       |       | honing 3.4 + 4/12, turning 1.8                  | BY-054 2.1 @2
HY-230 | Piston                         |      | 32       | 5   |      |       | Q A   | turning 1.1 + 4/32                              |
HY-240 | Gland                          |      | 28       | 4   |      |       | Q A   | turning 0.9 + 4/32, milling 0.5                 |
HY-300 | Stay cylinder                  |      | 70       | 6   |      |       | Q     | hydraulics assembly 4, test 1.2                 | HY-310, HY-320, BY-055
HY-310 | Stay cylinder rod              |      | 36       |     |      |       | Q A   | turning 2.6 + 4/12, grinding 0.8                | BY-053 1.5 @2
HY-320 | Stay cylinder barrel           |      | 44       |     |      |       |       | honing 2.2 + 4/12, turning 1.2                  | BY-054 1.4 @2
HY-400 | Stabiliser cylinder            |      | 32       | 3   |      | 16    | Q     | hydraulics assembly 2.2 + 2/32, test 0.6        | HY-410, HY-420, BY-055
HY-410 | Stabiliser cylinder rod        |      | 15       |     |      |       | Q A   | turning 0.9 + 4/32, grinding 0.3                | BY-053 0.7 @2
HY-420 | Stabiliser cylinder barrel     |      | 19       |     |      |       |       | honing 0.8 + 4/32, turning 0.4                  | BY-054 0.65 @2
HY-500 | Lock cylinder                  |      | 18       | 1   |      | 24    | Q     | hydraulics assembly 1 + 2/64, test 0.3          | HY-510, HY-520, BY-055
HY-510 | Lock cylinder rod              |      | 8        |     |      |       | Q A   | turning 0.4 + 4/64, grinding 0.2                | BY-053 0.2 @2
HY-520 | Lock cylinder barrel           |      | 10       |     |      |       |       | honing 0.4 + 4/64, turning 0.3                  | BY-054 0.2 @2
HY-600 | Valve block set                |      | 140      | 6   |      |       | Q     | hydraulics assembly 3, test 1                   | HY-610 2, BY-051
HY-610 | Valve block                    |      | 95       | 11  |      |       | Q     | 5-axis milling 2.4 + 6/32                       |
`);
