/**
 * Outline of the European Netherlands as latitude and longitude, thinned by hand from Natural Earth (public domain): within two or
 * three kilometres on land, and along the outer coast somewhat out at sea.
 */
const OUTLINE: readonly (readonly [latitude: number, longitude: number])[] = [
  ...south(),
  [51.55, 3.4],
  [51.85, 3.8],
  [52.1, 4.2],
  [52.45, 4.53],
  [52.98, 4.65],
  [53.2, 4.8],
  [53.45, 5.3],
  [53.5, 6.2],
  [53.45, 6.85],
  ...east(),
];

/** From Vaals along the Belgian border to the mouth of the Scheldt. */
function south(): [number, number][] {
  const points =
    '50.75 6.02, 50.75 5.69, 50.87 5.63, 51.09 5.8, 51.16 5.78, 51.24 5.54, 51.27 5.3, 51.28 5.21, 51.43 5.06';
  const west = '51.4 4.85, 51.49 4.76, 51.42 4.6, 51.46 4.44, 51.37 4.4, 51.36 4.25, 51.25 4.06, 51.21 3.86, 51.28 3.6';
  return read(`${points}, ${west}, 51.24 3.47, 51.37 3.34`);
}

/** From the Dollard along the German border to Kerkrade. */
function east(): [number, number][] {
  const north = '53.3 7.1, 53.24 7.22, 52.9 7.15, 52.65 7.06, 52.63 6.72, 52.5 6.7, 52.44 6.95, 52.38 7.07, 52.23 7.03';
  const rhine =
    '52.07 6.72, 51.97 6.84, 51.9 6.73, 51.83 6.4, 51.87 6.17, 51.82 5.97, 51.75 5.96, 51.65 6.08, 51.49 6.22';
  return read(
    `${north}, ${rhine}, 51.36 6.21, 51.23 6.09, 51.16 6.16, 51.05 5.95, 51.03 5.88, 50.97 5.98, 50.92 6.07, 50.86 6.09`,
  );
}

function read(points: string): [number, number][] {
  return points.split(', ').map((point) => point.split(' ').map(Number) as [number, number]);
}

/** True when the point lies within the outline (a ray to the north crosses it an odd number of times). */
export function isInTheNetherlands(latitude: number, longitude: number): boolean {
  let inside = false;
  OUTLINE.forEach(([fromLatitude, fromLongitude], at) => {
    const [toLatitude, toLongitude] = OUTLINE[(at + 1) % OUTLINE.length]!;
    if (fromLongitude > longitude === toLongitude > longitude) return;
    const along = (longitude - fromLongitude) / (toLongitude - fromLongitude);
    if (fromLatitude + along * (toLatitude - fromLatitude) > latitude) inside = !inside;
  });
  return inside;
}
