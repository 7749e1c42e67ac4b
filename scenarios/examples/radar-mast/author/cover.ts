/**
 * Per process, how many times today's need the free hours of all firms cover, able or not to show what the items ask for. Large welded
 * structures, heat treatment and composites are what the Netherlands is short of here.
 */
export const COVER: ReadonlyMap<string, number> = new Map(
  Object.entries({
    welding: 12,
    'large milling': 14,
    milling: 22,
    '5-axis milling': 9,
    turning: 18,
    grinding: 14,
    honing: 9,
    'gear cutting': 9,
    'sheet metal': 20,
    'heavy pressing': 10,
    'tube bending': 11,
    'surface treatment': 16,
    'heat treatment': 8,
    forging: 7,
    additive: 7,
    composites: 6,
    'cable harness': 15,
    'electronics assembly': 15,
    'hydraulics assembly': 12,
    'mechanical assembly': 28,
    test: 24,
  }),
);
