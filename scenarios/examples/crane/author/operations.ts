import { table } from '../../../registry/table.ts';

/** How each item is made: `process hours` (+ setup ÷ lot), and what its source has to show. */
export const OPERATIONS = table(`
item   | certificates                        | security | routing
CH-100 | ISO 9001; AQAP-2110                 |          | mechanical assembly 46, test 8
CH-110 | ISO 9001; ISO 14001                 |          | surface treatment 19 + 2/2
CH-111 | EN 1090-2 EXC3; ISO 3834-2          |          | welding 92 + 12/4, large milling 18 + 6/4
CH-112 | ISO 9001; EN 1090-2 EXC2            |          | sheet metal 4.5 + 4/8, welding 9
CH-113 | ISO 9001; EN 1090-2 EXC2            |          | sheet metal 0.9 + 2/20, welding 2
CH-120 | ISO 9001                            |          | heat treatment 0.7 + 4/40
CH-121 | ISO 9001                            |          | 5-axis milling 2.1 + 6/40
CH-130 | ISO 9001; EN 1090-2 EXC2            |          | sheet metal 5, welding 6.5
OU-100 | ISO 9001; AQAP-2110                 |          | mechanical assembly 4.5, test 0.6
OU-110 | EN 1090-2 EXC3; ISO 3834-2          |          | sheet metal 1.5, welding 10 + 8/16
OU-120 | EN 1090-2 EXC2                      |          | welding 7.5 + 6/16, large milling 1.5 + 4/16
OU-130 |                                     |          | milling 1.3 + 4/40, welding 0.6
UP-100 | ISO 9001; AQAP-2110                 |          | mechanical assembly 38, test 7
UP-110 | ISO 9001; ISO 14001                 |          | surface treatment 13 + 2/2
UP-111 | EN 1090-2 EXC3; ISO 3834-2          |          | welding 54 + 10/4, large milling 17 + 6/4
UP-120 | EN 1090-2 EXC3; ISO 3834-2          |          | welding 35 + 8/4, large milling 9 + 4/4
UP-130 | ISO 9001                            |          | turning 6.5 + 4/6, milling 4, grinding 2
UP-140 | ISO 9001; AQAP-2110                 |          | mechanical assembly 4, test 1
UP-141 | ISO 9001                            |          | 5-axis milling 5.6 + 8/24
UP-142 | ISO 9001                            |          | heat treatment 1.1 + 4/40
UP-143 | ISO 9001                            |          | turning 1.2, gear cutting 2.4 + 6/40
UP-150 | ISO 9001; EN 1090-2 EXC2            |          | sheet metal 2, welding 6
BO-100 | ISO 9001; AQAP-2110                 |          | mechanical assembly 30, test 6
BO-110 | ISO 9001; ISO 14001                 |          | surface treatment 16 + 2/2
BO-111 | EN 1090-2 EXC3; ISO 3834-2          |          | welding 36 + 8/4, large milling 7 + 4/4
BO-112 | EN 1090-2 EXC3; ISO 3834-2          |          | welding 25 + 8/4, large milling 5 + 4/4
BO-113 | EN 1090-2 EXC3; ISO 3834-2          |          | welding 20 + 8/4, large milling 4 + 4/4
BO-114 | ISO 9001                            |          | heavy pressing 3 + 6/30
BO-120 | EN 1090-2 EXC3; ISO 3834-2          |          | welding 7, milling 4 + 4/12
BO-130 | ISO 9001                            |          | turning 1.1 + 4/60, grinding 0.4
BO-150 | ISO 9001; AQAP-2110                 |          | mechanical assembly 6.5, test 2
HY-100 | ISO 9001                            |          | hydraulics assembly 16, test 4
HY-110 | ISO 9001                            |          | 5-axis milling 4.6 + 6/24
HY-130 | ISO 9001; EN 1090-2 EXC2            |          | sheet metal 4, welding 5
HY-140 | ISO 9001                            |          | tube bending 9, welding 2.5
HY-200 | ISO 9001                            |          | hydraulics assembly 5, test 1.5
HY-210 | ISO 9001                            |          | turning 3.6 + 4/12, grinding 1
HY-220 |                                     |          | honing 3 + 4/12, turning 1.6
HY-300 | ISO 9001                            |          | hydraulics assembly 6, test 1.5
HY-310 | ISO 9001                            |          | turning 4.4 + 4/12, grinding 1.4
HY-320 |                                     |          | honing 4 + 4/12, turning 2
HY-400 | ISO 9001                            |          | hydraulics assembly 2.1 + 2/40, test 0.6
HY-410 | ISO 9001                            |          | turning 0.9 + 4/40, grinding 0.3
HY-420 |                                     |          | honing 0.8 + 4/40, turning 0.4
EL-100 | ISO 9001; IPC-A-610                 |          | electronics assembly 11, test 4.5
EL-110 |                                     |          | sheet metal 6, welding 4, surface treatment 1.5
EL-120 | IPC-A-610                           |          | electronics assembly 0.8 + 8/200, test 0.2
EL-140 | IPC-A-620                           |          | cable harness 6.5 + 4/12
EL-200 | IPC-A-620                           |          | electronics assembly 9, cable harness 8, test 2
CT-100 | AQAP-2110; IPC-A-610                | TBB4     | electronics assembly 9, test 3
CT-110 | IPC-A-610                           |          | electronics assembly 2 + 6/60, test 0.3
CT-200 | AQAP-2110; IPC-A-610                | TBB4     | electronics assembly 7, test 2
CT-300 | IPC-A-620                           |          | electronics assembly 1 + 4/72, cable harness 0.5
HA-110 | IPC-A-620                           |          | cable harness 15 + 8/12
HA-120 | IPC-A-620                           |          | cable harness 8.5 + 6/12
HA-130 | IPC-A-620                           |          | cable harness 2.1 + 6/48
EN-110 |                                     |          | sheet metal 7.5, surface treatment 2.5
EN-120 |                                     |          | sheet metal 9.5, surface treatment 3.5
PN-110 | ISO 9001                            |          | heat treatment 0.45 + 4/80
PN-111 | ISO 9001                            |          | turning 1.4 + 4/80, grinding 0.4
PN-120 | ISO 9001                            |          | heat treatment 0.13 + 4/200
PN-121 | ISO 9001                            |          | turning 0.5 + 4/200, grinding 0.15
`);
