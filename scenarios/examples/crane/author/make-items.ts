import { table } from '../../../registry/table.ts';

/** What is made: euro of material and kilograms that the item itself adds; `!` marks a critical item. */
export const MAKE_ITEMS = table(`
item     | name                               | lead | material | kg  | critical | stock | safety
CRANE-01 | Electric mobile crane              | 1    | 38000    | 420 |          |       |
CH-100   | Chassis module                     | 1    | 620      | 60  |          |       |
CH-110   | Chassis frame, painted             | 0    | 310      | 20  |          |       |
CH-111   | Chassis frame, welded and machined | 0    | 480      | 0   | !        | 2     |
CH-112   | Longitudinal girder                | 0    | 60       | 0   |          |       |
CH-113   | Cross member                       | 0    | 25       | 0   |          |       |
CH-120   | Suspension arm, hardened           | 0    | 15       | 0   |          |       |
CH-121   | Suspension arm, milled             | 0    | 140      | 46  |          |       |
CH-130   | Access platform and ladders        | 0    | 180      | 95  |          |       |
OU-100   | Outrigger                          | 0    | 90       | 12  |          |       |
OU-110   | Outrigger beam                     | 0    | 70       | 0   | !        |       |
OU-120   | Outrigger box                      | 0    | 55       | 0   |          |       |
OU-130   | Outrigger foot                     | 0    | 65       | 24  |          |       |
UP-100   | Slewing platform module            | 1    | 540      | 45  |          |       |
UP-110   | Slewing platform, painted          | 0    | 230      | 14  |          |       |
UP-111   | Slewing platform, welded           | 0    | 260      | 0   | !        | 2     |
UP-120   | Turret                             | 0    | 210      | 0   | !        |       |
UP-130   | Slewing ring adapter               | 0    | 640      | 130 | !        |       |
UP-140   | Slew drive                         | 0    | 75       | 6   |          |       |
UP-141   | Slew gearbox housing               | 0    | 190      | 38  |          |       |
UP-142   | Slew pinion, hardened              | 0    | 12       | 0   |          |       |
UP-143   | Slew pinion, cut                   | 0    | 85       | 9   |          |       |
UP-150   | Counterweight frame                | 0    | 260      | 240 |          |       |
BO-100   | Boom                               | 1    | 380      | 30  |          |       |
BO-110   | Boom section set, painted          | 0    | 290      | 16  |          |       |
BO-111   | Boom base section                  | 0    | 180      | 0   | !        | 2     |
BO-112   | Boom middle section                | 0    | 140      | 0   | !        |       |
BO-113   | Boom top section                   | 0    | 120      | 0   | !        |       |
BO-114   | Boom half shell                    | 0    | 40       | 0   |          |       |
BO-120   | Boom head                          | 0    | 170      | 85  |          |       |
BO-130   | Rope sheave                        | 0    | 55       | 14  |          | 60    |
BO-150   | Winch with drum                    | 0    | 890      | 97  |          |       |
HY-100   | Hydraulic power unit               | 0    | 420      | 35  |          |       |
HY-110   | Main manifold                      | 0    | 230      | 28  |          |       |
HY-130   | Hydraulic tank                     | 0    | 140      | 62  |          |       |
HY-140   | Pipework set                       | 0    | 260      | 58  |          |       |
HY-200   | Luffing cylinder                   | 0    | 90       | 8   | !        |       |
HY-210   | Luffing cylinder rod               | 0    | 45       | 0   |          |       |
HY-220   | Luffing cylinder barrel            | 0    | 55       | 0   |          |       |
HY-300   | Telescope cylinder                 | 0    | 95       | 9   |          |       |
HY-310   | Telescope cylinder rod             | 0    | 50       | 0   |          |       |
HY-320   | Telescope cylinder barrel          | 0    | 60       | 0   |          |       |
HY-400   | Outrigger cylinder                 | 0    | 30       | 3   |          | 24    | 16
HY-410   | Outrigger cylinder rod             | 0    | 14       | 0   |          |       |
HY-420   | Outrigger cylinder barrel          | 0    | 18       | 0   |          |       |
EL-100   | Battery pack                       | 1    | 780      | 55  | !        |       |
EL-110   | Battery box                        | 0    | 240      | 90  |          |       |
EL-120   | Battery module                     | 0    | 35       | 3   |          |       |
EL-140   | High-voltage harness               | 0    | 420      | 34  |          |       |
EL-200   | Power cabinet                      | 0    | 920      | 76  |          |       |
CT-100   | Control unit                       | 0    | 560      | 9   | !        |       |
CT-110   | Control unit board                 | 0    | 220      | 1   |          |       |
CT-200   | Remote control                     | 0    | 390      | 3   | !        | 3     | 3
CT-300   | Sensor box                         | 0    | 60       | 1   |          |       |
HA-110   | Main harness                       | 0    | 480      | 52  |          |       |
HA-120   | Boom harness                       | 0    | 260      | 24  |          |       |
HA-130   | Outrigger harness                  | 0    | 75       | 6   |          |       |
EN-110   | Main cabinet                       | 0    | 210      | 74  |          |       |
EN-120   | Cover set                          | 0    | 260      | 110 |          |       |
PN-110   | Boom pin, hardened                 | 0    | 4        | 0   |          |       |
PN-111   | Boom pin, turned                   | 0    | 48       | 11  |          |       |
PN-120   | Cylinder pin, hardened             | 0    | 2        | 0   |          |       |
PN-121   | Cylinder pin, turned               | 0    | 22       | 4   |          |       |
`);
