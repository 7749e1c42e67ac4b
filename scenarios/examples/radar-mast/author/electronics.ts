import { table } from '../../../registry/table.ts';

/** Electronics, power, harnesses and housings; the columns are explained in parts.ts. */
export const ELECTRONICS = table(`
item   | name                           | lead | material | kg  | mark | stock | needs | routing                                                | components
EL-100 | Electronics cabinet            | 1    | 980      | 42  | !    |       | Q I   | electronics assembly 22, cable harness 9, test 8       | EL-110, EL-120 4, EL-130 2, EL-140 2, EL-150, CT-400, BY-070 2, BY-074
EL-110 | Electronics cabinet housing    |      | 230      | 58  |      |       | Q S   | sheet metal 8, surface treatment 3                     |
EL-120 | Signal board                   |      | 260      | 0.8 |      |       | I     | electronics assembly 2.2 + 6/64, test 0.4              |
EL-130 | Interface module               |      | 320      | 2   |      |       | I     | electronics assembly 3 + 6/32, test 1                  |
EL-140 | Cooling plate                  |      | 85       | 4   |      |       | Q     | 5-axis milling 2.6 + 6/32                              |
EL-150 | Fan tray                       |      | 60       | 5   |      |       | Q A   | sheet metal 1.5                                        | BY-075 4
CT-100 | Mast control unit              |      | 640      | 8   | !    | 2     | A I L | electronics assembly 12, test 4                        | CT-110 2, CT-120, BY-070
CT-110 | Control board                  |      | 230      | 0.9 |      |       | I     | electronics assembly 2.4 + 6/60, test 0.3              |
CT-120 | Control unit housing           |      | 75       | 5   |      |       | Q A   | milling 3.4 + 4/12                                     |
CT-200 | Operator panel                 |      | 420      | 4   | !    | 2     | A I L | electronics assembly 8, test 2.5                       | CT-110, CT-210, BY-071
CT-210 | Panel front                    |      | 48       | 2.4 |      |       | Q A   | milling 1.5 + 4/24                                     |
CT-300 | Sensor box                     |      | 64       | 0.8 |      |       | H     | electronics assembly 1 + 4/72, cable harness 0.5       | CT-310, BY-072 2
CT-310 | Sensor housing                 |      | 14       | 0.9 |      |       | Q A   | milling 0.7 + 4/96                                     |
CT-400 | Levelling controller           |      | 310      | 3   |      |       | Q I   | electronics assembly 5, test 1.5                       | CT-110
PW-100 | Power cabinet                  |      | 940      | 60  |      |       | H     | electronics assembly 11, cable harness 9, test 3       | PW-110, PW-120, BY-062, BY-063
PW-110 | Power cabinet housing          |      | 190      | 46  |      |       | Q S   | sheet metal 6.5, surface treatment 2.2                 |
PW-120 | Busbar set                     |      | 210      | 12  |      |       | Q A   | sheet metal 2                                          |
PW-200 | Battery pack                   | 1    | 640      | 40  | !    |       | Q I   | electronics assembly 9, test 3.5                       | PW-210, PW-220 8, BY-064 4
PW-210 | Battery box                    |      | 220      | 78  |      |       | Q     | sheet metal 6, welding 4, surface treatment 1.5        |
PW-220 | Battery module                 |      | 35       | 3   |      |       | I     | electronics assembly 0.8 + 8/200, test 0.2             |
PW-300 | Generator housing              |      | 280      | 92  |      |       | Q     | sheet metal 9, welding 3, surface treatment 3          | PW-310, BY-065
PW-310 | Exhaust                        |      | 90       | 14  |      |       | Q     | tube bending 2, welding 2.2                            |
HA-110 | Main harness                   |      | 520      | 54  |      |       | H     | cable harness 16 + 8/12                                | BY-073 7 @2
HA-120 | Mast harness                   |      | 610      | 72  |      |       | H     | cable harness 14 + 8/12                                | BY-073 6 @2
HA-130 | Stabiliser harness             |      | 78       | 6   |      |       | H     | cable harness 2.1 + 6/32                               | BY-073 1 @2
HA-140 | Platform harness               |      | 340      | 19  |      |       | H     | cable harness 9 + 6/12                                 | BY-073 4 @2
HA-150 | Power harness                  |      | 460      | 38  |      |       | H     | cable harness 7 + 4/12                                 | BY-064 8 @2
HA-160 | Signal loom                    |      | 210      | 7   |      |       | H     | cable harness 5.5 + 4/24                               | BY-073 3 @2
HA-170 | Earthing set                   |      | 90       | 11  |      |       | H     | cable harness 2 + 4/24                                 |
EN-110 | Main cabinet                   |      | 220      | 76  |      |       | Q S   | sheet metal 7.5, surface treatment 2.5                 |
EN-120 | Cover set                      |      | 270      | 108 |      |       | Q S   | sheet metal 9.5, surface treatment 3.5                 |
EN-130 | Tool locker                    |      | 110      | 34  |      |       | Q S   | sheet metal 3.5, surface treatment 1.2                 |
EN-140 | Cable reel housing             |      | 120      | 37  |      |       | Q S   | sheet metal 4, surface treatment 1.2                   |
EN-150 | Mudguard set                   |      | 70       | 22  |      |       | Q A   | sheet metal 3                                          |
EN-160 | Splash panel                   |      | 22       | 8   |      |       | Q A   | sheet metal 0.8 + 2/32                                 |
`);
