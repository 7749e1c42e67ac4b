import { table } from '../../../registry/table.ts';

/** Mast sections and their telescopic drive; the columns are explained in parts.ts. */
export const MAST = table(`
item   | name                           | lead | material | kg  | mark | stock | needs | routing                                        | components
MS-100 | Mast module                    | 1    | 420      | 34  |      |       | Q A   | mechanical assembly 46, test 12                | MS-110, MS-120, MS-130, MS-140, MS-150, MS-200, MS-300, MS-400, MS-500
MS-110 | Mast section 1, painted        |      | 160      | 9   |      |       | Q S   | surface treatment 9 + 2/4                      | MS-111
MS-111 | Mast section 1, welded         |      | 210      |     | !    | 2     | W3    | welding 38 + 8/4, large milling 8 + 4/4        | MS-112 2, MS-113 2
MS-112 | Section 1 half shell           |      | 50       |     |      |       | Q     | heavy pressing 3.2 + 6/30                      | BY-012 1.3 @2
MS-113 | Section 1 end ring             |      | 18       |     |      |       | Q A   | turning 3.1 + 4/16, milling 2.1                | MS-160 1 @1
MS-120 | Mast section 2, painted        |      | 140      | 8   |      |       | Q S   | surface treatment 8 + 2/4                      | MS-121
MS-121 | Mast section 2, welded         |      | 180      |     | !    | 2     | W3    | welding 32 + 8/4, large milling 7 + 4/4        | MS-122 2, MS-123 2
MS-122 | Section 2 half shell           |      | 44       |     |      |       | Q     | heavy pressing 2.8 + 6/30                      | BY-012 1.1 @2
MS-123 | Section 2 end ring             |      | 16       |     |      |       | Q A   | turning 2.8 + 4/16, milling 1.9                | MS-160 1 @1
MS-130 | Mast section 3, painted        |      | 120      | 7   |      |       | Q S   | surface treatment 7 + 2/4                      | MS-131
MS-131 | Mast section 3, welded         |      | 150      |     | !    |       | W3    | welding 27 + 8/4, large milling 6 + 4/4        | MS-132 2, MS-133 2
MS-132 | Section 3 half shell           |      | 38       |     |      |       | Q     | heavy pressing 2.4 + 6/30                      | BY-012 0.9 @2
MS-133 | Section 3 end ring             |      | 14       |     |      |       | Q A   | turning 2.5 + 4/16, milling 1.7                | MS-160 1 @1
MS-140 | Mast section 4, painted        |      | 100      | 6   |      |       | Q S   | surface treatment 6 + 2/4                      | MS-141
MS-141 | Mast section 4, welded         |      | 130      |     |      |       | W3    | welding 22 + 8/4, large milling 5 + 4/4        | MS-142 2, MS-143 2
MS-142 | Section 4 half shell           |      | 33       |     |      |       | Q     | heavy pressing 2.1 + 6/30                      | BY-012 0.75 @2
MS-143 | Section 4 end ring             |      | 12       |     |      |       | Q A   | turning 2.2 + 4/16, milling 1.5                | MS-161 1 @1
MS-150 | Mast section 5, painted        |      | 85       | 5   |      |       | Q S   | surface treatment 5 + 2/4                      | MS-151
MS-151 | Mast section 5, welded         |      | 110      |     |      |       | W3    | welding 18 + 8/4, large milling 4 + 4/4        | MS-152 2, MS-153 2
MS-152 | Section 5 half shell           |      | 28       |     |      |       | Q     | heavy pressing 1.8 + 6/30                      | BY-012 0.6 @2
MS-153 | Section 5 end ring             |      | 10       |     |      |       | Q A   | turning 2 + 4/16, milling 1.4                  | MS-161 1 @1
MS-160 | End ring blank, large          |      | 95       | 31  |      |       |       | forging 2 + 8/48                               |
MS-161 | End ring blank, small          |      | 66       | 21  |      |       |       | forging 1.5 + 8/48                             |
MS-200 | Guide set                      |      | 40       | 3   |      |       | Q A   | mechanical assembly 4                          | MS-210 20, MS-220 10
MS-210 | Slide pad holder               |      | 11       | 1.4 |      |       | Q A   | milling 0.6 + 4/160                            |
MS-220 | Guide roller, hardened         |      | 2        |     |      | 40    | Q     | heat treatment 0.2 + 4/100                     | MS-221 1 @1
MS-221 | Guide roller, turned           |      | 17       | 2.2 |      |       | Q A   | turning 0.8 + 4/100, grinding 0.3              |
MS-300 | Section lock set               |      | 70       | 5   |      |       | Q A   | mechanical assembly 6, test 2                  | MS-310 8, MS-320 8, HY-500 8
MS-310 | Lock bolt, hardened            |      | 3        |     |      |       | Q     | heat treatment 0.35 + 4/80                     | MS-311 1 @1
MS-311 | Lock bolt, turned              |      | 26       | 3.6 |      |       | Q A   | turning 1.1 + 4/80, grinding 0.5               |
MS-320 | Lock housing                   |      | 62       | 6   |      |       | Q     | 5-axis milling 2.2 + 6/64                      |
MS-400 | Cable carrier set              |      | 90       | 7   |      |       | Q A   | mechanical assembly 3                          | MS-410 6, BY-080
MS-410 | Cable guide                    |      | 12       | 1.8 |      |       | Q A   | sheet metal 0.7 + 2/48                         |
MS-500 | Mast head                      |      | 140      | 38  | !    |       | W3    | welding 12 + 6/4, milling 6                    | MS-510
MS-510 | Mast head flange               |      | 180      | 34  |      |       | Q A   | turning 4 + 4/8, milling 3                     |
TD-100 | Telescopic drive               | 1    | 310      | 26  |      |       | Q A   | mechanical assembly 18, test 6                 | TD-110, TD-120 2, TD-130 10, TD-140, TD-150, BY-040, BY-041 2
TD-110 | Winch gearbox                  |      | 160      | 12  | !    |       | Q A   | mechanical assembly 9, test 2                  | TD-111, TD-112 3, TD-113 2, BY-042 6
TD-111 | Gearbox housing                |      | 230      | 44  |      |       | Q     | 5-axis milling 7 + 8/16                        |
TD-112 | Gear, hardened                 |      | 14       |     |      |       | Q     | heat treatment 0.9 + 4/48                      | TD-114 1 @1
TD-113 | Gear shaft, hardened           |      | 9        |     |      |       | Q     | heat treatment 0.5 + 4/48                      | TD-115 1 @1
TD-114 | Gear, cut                      |      | 78       | 11  |      |       | Q     | turning 1.1 + 4/48, gear cutting 2.2 + 6/48    |
TD-115 | Gear shaft, turned             |      | 52       | 8   |      |       | Q A   | turning 1.8 + 4/48, grinding 0.9               |
TD-120 | Rope drum, machined            |      | 24       |     |      |       | Q A   | turning 5 + 4/16, milling 1.5                  | TD-121
TD-121 | Rope drum, welded              |      | 110      | 46  |      |       | Q W2  | welding 4.5 + 4/16                             |
TD-130 | Sheave                         |      | 52       | 12  |      | 30    | Q A   | turning 1.2 + 4/80, grinding 0.4               | BY-042 2
TD-140 | Brake unit                     |      | 190      | 13  |      |       | Q A   | mechanical assembly 4, test 1.5                | TD-141 2
TD-141 | Brake disc                     |      | 44       | 9   |      |       | Q A   | turning 1.3 + 4/32, grinding 0.6               |
TD-150 | Drive console                  |      | 120      | 66  |      |       | Q W2  | sheet metal 2.5, welding 7                     |
`);
