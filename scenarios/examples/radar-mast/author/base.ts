import { table } from '../../../registry/table.ts';

/** Base frame, stabilisers and platforms; the columns are explained in parts.ts. */
export const BASE = table(`
item   | name                           | lead | material | kg  | mark | stock | needs | routing                               | components
BF-100 | Base module                    | 1    | 740      | 70  |      |       | Q A   | mechanical assembly 58, test 10       | BF-110, BF-200 4, BF-300, BF-400 2, BF-500, PN-110 8, BY-020 2, BY-021 4
BF-110 | Base frame, painted            |      | 340      | 22  |      |       | Q S   | surface treatment 22 + 2/2            | BF-111
BF-111 | Base frame, welded             |      | 520      |     | !    | 2     | W3    | welding 110 + 12/4, large milling 22  | BF-112 2, BF-113 6, BF-114, BF-115 4, BF-116 4
BF-112 | Main girder                    |      | 70       |     |      |       | Q W2  | sheet metal 5 + 4/8, welding 11       | BY-010 1 @3
BF-113 | Cross beam                     |      | 28       |     |      |       | Q W2  | sheet metal 1.1 + 2/24, welding 2.4   | BY-011 0.3 @3
BF-114 | Mast foot, welded              |      | 120      |     | !    |       | W3    | welding 26 + 6/4, large milling 8     | BF-117, BY-010 0.6 @3
BF-115 | Corner block, milled           |      | 8        |     |      |       | Q A   | milling 1.6 + 4/32                    | BF-118 1 @1
BF-116 | Lifting lug                    |      | 14       | 6   |      |       | Q W2  | welding 0.8, milling 0.4              |
BF-117 | Mast foot ring                 |      | 310      | 64  |      |       | Q A   | turning 5 + 4/8, milling 3            |
BF-118 | Corner block, forged           |      | 38       | 14  |      |       |       | forging 1.2 + 8/64                    |
BF-200 | Stabiliser                     |      | 95       | 14  |      |       | Q A   | mechanical assembly 5, test 0.8       | BF-210, BF-220, BF-230, HY-400
BF-210 | Stabiliser beam                |      | 75       |     | !    |       | W3    | sheet metal 1.6, welding 11 + 8/16    | BY-010 0.3 @3
BF-220 | Stabiliser box                 |      | 58       |     |      |       | Q W3  | welding 8 + 6/16, large milling 1.6   | BY-011 0.4 @3
BF-230 | Stabiliser foot                |      | 42       | 12  |      |       | Q W2  | milling 1.2 + 4/32, welding 0.6       | BF-240
BF-240 | Foot pad                       |      | 24       | 8   |      |       | Q A   | turning 0.9 + 4/32                    |
BF-300 | Work platform set              |      | 60       | 9   |      |       | Q A   | mechanical assembly 9                 | BF-310, BF-320, BF-330 2
BF-310 | Platform frame                 |      | 190      | 88  |      |       | Q W2  | sheet metal 6, welding 7              |
BF-320 | Ladder                         |      | 85       | 26  |      |       | W2    | tube bending 2, welding 5             |
BF-330 | Railing                        |      | 62       | 19  |      |       | W2    | tube bending 2.5, welding 3           |
BF-400 | Axle support                   |      | 130      | 74  |      |       | Q W2  | welding 9 + 6/8, milling 2.5          |
BF-500 | Levelling kit                  |      | 55       | 4   |      |       | Q A   | mechanical assembly 3.5, test 1.5     | BF-510 4, BY-072 4
BF-510 | Level sensor bracket           |      | 9        | 1.1 |      |       | Q A   | milling 0.9 + 4/64                    |
TT-100 | Tilt mechanism                 | 1    | 210      | 22  |      |       | Q A   | mechanical assembly 14, test 4        | TT-110 2, TT-120, TT-130, HY-200 2, PN-120 6
TT-110 | Tilt arm                       |      | 90       |     | !    |       | W3    | welding 18 + 6/8, large milling 5     | TT-111 2, BY-010 0.5 @3
TT-111 | Bearing housing                |      | 46       | 9   |      |       | Q     | turning 1.6 + 4/32, honing 0.6        |
TT-120 | Tilt yoke                      |      | 110      |     |      |       | W3    | welding 22 + 6/4, large milling 6     | BY-010 0.7 @3
TT-130 | Travel lock                    |      | 24       | 3   |      |       | Q A   | mechanical assembly 2                 | TT-131, PN-130 2
TT-131 | Lock claw                      |      | 58       | 7   |      |       | Q     | 5-axis milling 1.8 + 4/16             |
CR-100 | Cable reel                     |      | 120      | 8   |      |       | Q A   | mechanical assembly 6, test 1.5       | CR-110, CR-120, CR-130, BY-073 2
CR-110 | Reel drum                      |      | 75       | 22  |      |       | Q W2  | sheet metal 2, welding 3.5            |
CR-120 | Reel shaft                     |      | 28       | 7   |      |       | Q A   | turning 1.2 + 4/16                    |
CR-130 | Reel stand                     |      | 64       | 31  |      |       | Q W2  | sheet metal 1.5, welding 4            |
PN-110 | Base pin, hardened             |      | 4        |     |      |       | Q     | heat treatment 0.4 + 4/80             | PN-111 1 @1
PN-111 | Base pin, turned               |      | 44       | 9   |      |       | Q A   | turning 1.3 + 4/80, grinding 0.4      |
PN-120 | Tilt pin, hardened             |      | 3        |     |      |       | Q     | heat treatment 0.3 + 4/80             | PN-121 1 @1
PN-121 | Tilt pin, turned               |      | 30       | 6   |      |       | Q A   | turning 0.9 + 4/80, grinding 0.3      |
PN-130 | Lock pin, hardened             |      | 2        |     |      |       | Q     | heat treatment 0.15 + 4/200           | PN-131 1 @1
PN-131 | Lock pin, turned               |      | 16       | 2   |      |       | Q A   | turning 0.5 + 4/200, grinding 0.15    |
`);
