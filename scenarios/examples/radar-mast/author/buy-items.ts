import { table } from '../../../registry/table.ts';

/** What is bought as it is: euro and kilograms a unit, and the country it comes from. */
export const BUY_ITEMS = table(`
item   | name                              | value | kg   | origin
BY-010 | Plate kit, high-strength steel    | 1850  | 620  | SE
BY-011 | Plate kit, structural steel       | 800   | 540  | NL
BY-012 | Shell blank                       | 440   | 120  | SE
BY-020 | Trailer axle                      | 6800  | 420  | DE
BY-021 | Wheel and tyre                    | 1150  | 128  | FR
BY-030 | Slewing bearing                   | 11200 | 190  | DE
BY-031 | Rotary motor                      | 3900  | 24   | NL
BY-032 | Slip ring with rotary joint       | 18500 | 16   | FR
BY-033 | Prepreg set, quartz               | 6400  | 60   | FR
BY-040 | Winch motor                       | 4100  | 52   | DE
BY-041 | Lifting rope                      | 1900  | 64   | BE
BY-042 | Bearing                           | 68    | 1.2  | SE
BY-050 | Pump with electric motor          | 7600  | 84   | DE
BY-051 | Proportional valve bank           | 6900  | 28   | IT
BY-053 | Chromed bar, per metre            | 210   | 38   | NL
BY-054 | Honed tube blank, per metre       | 190   | 42   | DE
BY-055 | Seal kit                          | 95    | 0.4  | NL
BY-060 | Cell set NMC, one module          | 3150  | 21   | KR
BY-061 | Cell set LFP, one module          | 2600  | 26   | SE
BY-062 | Inverter                          | 11800 | 20   | FI
BY-063 | Charger                           | 6400  | 16   | AT
BY-064 | High-voltage connector            | 145   | 0.5  | FR
BY-065 | Generator set                     | 21500 | 480  | DE
BY-070 | Processor module                  | 2900  | 0.6  | NL
BY-071 | Display                           | 2400  | 1.8  | TW
BY-072 | Sensor                            | 310   | 0.4  | NL
BY-073 | Connector and wire kit            | 240   | 2    | DE
BY-074 | Network switch, ruggedised        | 3600  | 2.2  | US
BY-075 | Fan                               | 85    | 0.6  | DE
BY-080 | Energy chain, per mast            | 5200  | 96   | DE
`);

/** Groupings that are never made or stocked. */
export const PHANTOMS = table(`
item   | name
PH-ENC | Housing kit
PH-HAR | Harness kit
`);
