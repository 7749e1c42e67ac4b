import { table } from '../../../registry/table.ts';

/** What is bought as it is: euro and kilograms a unit, and the country it comes from. */
export const BUY_ITEMS = table(`
item   | name                            | value | kg   | origin
BY-010 | Plate kit, high-strength steel  | 1750  | 620  | SE
BY-011 | Plate kit, structural steel     | 780   | 540  | NL
BY-012 | Boom shell blank                | 420   | 165  | SE
BY-020 | Axle with hub reduction         | 21500 | 760  | DE
BY-021 | Wheel and tyre                  | 1150  | 128  | FR
BY-022 | Traction drive unit             | 23800 | 260  | DE
BY-030 | Slew bearing                    | 9800  | 280  | DE
BY-031 | Slew motor                      | 2350  | 32   | NL
BY-032 | Counterweight block             | 640   | 900  | NL
BY-040 | Winch motor                     | 3900  | 58   | DE
BY-041 | Rope and hook block             | 2900  | 130  | BE
BY-042 | Sheave bearing                  | 62    | 1.2  | SE
BY-050 | Pump with electric motor        | 8900  | 96   | DE
BY-051 | Proportional valve bank         | 8400  | 34   | IT
BY-052 | Hose set                        | 1850  | 72   | NL
BY-053 | Chromed bar, per metre          | 210   | 38   | NL
BY-054 | Honed tube blank, per metre     | 190   | 42   | DE
BY-055 | Seal kit                        | 95    | 0.4  | NL
BY-060 | Cell set NMC, one module        | 3150  | 21   | KR
BY-061 | Cell set LFP, one module        | 2600  | 26   | SE
BY-062 | Inverter                        | 13600 | 22   | FI
BY-063 | Onboard charger                 | 7200  | 18   | AT
BY-064 | High-voltage connector          | 145   | 0.5  | FR
BY-070 | Control processor module        | 1900  | 0.6  | NL
BY-071 | Radio module                    | 1350  | 0.3  | NL
BY-072 | Sensor                          | 310   | 0.4  | NL
BY-073 | Connector and wire kit          | 240   | 2    | DE
`);

/** Groupings that are never made or stocked. */
export const PHANTOMS = table(`
item   | name
PH-ENC | Enclosure kit
PH-HAR | Harness kit
`);
