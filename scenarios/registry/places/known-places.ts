import { table } from '../table.ts';
import type { Place } from './place.ts';

/**
 * Dutch places with their NUTS-3 region (2021 edition), the digits of one of their postcodes and the coordinates of
 * their centre (GeoNames, rounded). The weight is how much industry a small
 * example draws there.
 */
const ROWS = table(`
place                  | region | postcode | latitude | longitude | weight
Winschoten             | NL111  | 9672     | 53.144   | 7.035     | 1
Veendam                | NL111  | 9641     | 53.107   | 6.879     | 1
Delfzijl               | NL112  | 9934     | 53.330   | 6.918     | 1
Groningen              | NL113  | 9723     | 53.219   | 6.567     | 2
Hoogezand              | NL113  | 9601     | 53.162   | 6.761     | 1
Leeuwarden             | NL124  | 8912     | 53.201   | 5.809     | 1
Sneek                  | NL125  | 8606     | 53.033   | 5.659     | 2
Drachten               | NL126  | 9207     | 53.113   | 6.099     | 3
Heerenveen             | NL126  | 8447     | 52.959   | 5.919     | 2
Assen                  | NL131  | 9405     | 52.997   | 6.563     | 1
Emmen                  | NL132  | 7825     | 52.779   | 6.907     | 2
Coevorden              | NL132  | 7742     | 52.661   | 6.740     | 1
Hoogeveen              | NL133  | 7903     | 52.722   | 6.476     | 2
Meppel                 | NL133  | 7943     | 52.696   | 6.194     | 1
Zwolle                 | NL211  | 8013     | 52.513   | 6.094     | 2
Hardenberg             | NL211  | 7772     | 52.576   | 6.619     | 2
Kampen                 | NL211  | 8263     | 52.555   | 5.911     | 1
Deventer               | NL212  | 7418     | 52.255   | 6.164     | 2
Raalte                 | NL212  | 8102     | 52.386   | 6.275     | 1
Almelo                 | NL213  | 7602     | 52.357   | 6.662     | 4
Hengelo                | NL213  | 7554     | 52.266   | 6.793     | 5
Enschede               | NL213  | 7547     | 52.218   | 6.896     | 3
Oldenzaal              | NL213  | 7575     | 52.313   | 6.929     | 2
Apeldoorn              | NL221  | 7325     | 52.210   | 5.969     | 2
Ede                    | NL221  | 6718     | 52.033   | 5.658     | 2
Barneveld              | NL221  | 3771     | 52.140   | 5.585     | 2
Harderwijk             | NL221  | 3846     | 52.342   | 5.621     | 1
Tiel                   | NL224  | 4004     | 51.887   | 5.429     | 1
Zaltbommel             | NL224  | 5301     | 51.810   | 5.244     | 1
Doetinchem             | NL225  | 7005     | 51.965   | 6.289     | 4
Winterswijk            | NL225  | 7102     | 51.972   | 6.719     | 2
Zutphen                | NL225  | 7202     | 52.138   | 6.201     | 2
Lichtenvoorde          | NL225  | 7131     | 51.987   | 6.567     | 2
Arnhem                 | NL226  | 6827     | 51.980   | 5.911     | 2
Nijmegen               | NL226  | 6534     | 51.843   | 5.853     | 2
Zevenaar               | NL226  | 6902     | 51.930   | 6.071     | 1
Wijchen                | NL226  | 6604     | 51.809   | 5.725     | 1
Almere                 | NL230  | 1329     | 52.370   | 5.214     | 1
Emmeloord              | NL230  | 8304     | 52.711   | 5.749     | 1
Dronten                | NL230  | 8251     | 52.525   | 5.718     | 1
Utrecht                | NL310  | 3542     | 52.091   | 5.122     | 1
Amersfoort             | NL310  | 3812     | 52.155   | 5.388     | 1
Veenendaal             | NL310  | 3903     | 52.029   | 5.559     | 2
Den Helder             | NL321  | 1781     | 52.960   | 4.759     | 2
Hoorn                  | NL321  | 1627     | 52.642   | 5.060     | 1
Beverwijk              | NL323  | 1948     | 52.483   | 4.657     | 2
Haarlem                | NL324  | 2031     | 52.381   | 4.637     | 1
Zaandam                | NL325  | 1505     | 52.439   | 4.826     | 1
Hilversum              | NL327  | 1221     | 52.223   | 5.176     | 1
Heerhugowaard          | NL328  | 1704     | 52.671   | 4.849     | 1
Amsterdam              | NL329  | 1042     | 52.374   | 4.890     | 1
The Hague              | NL332  | 2516     | 52.077   | 4.299     | 1
Zoetermeer             | NL332  | 2718     | 52.057   | 4.493     | 1
Delft                  | NL333  | 2627     | 52.007   | 4.356     | 2
Leiden                 | NL337  | 2321     | 52.158   | 4.493     | 1
Dordrecht              | NL33A  | 3316     | 51.810   | 4.674     | 3
Gorinchem              | NL33A  | 4206     | 51.837   | 4.972     | 2
Zwijndrecht            | NL33A  | 3331     | 51.818   | 4.633     | 1
Gouda                  | NL33B  | 2802     | 52.017   | 4.708     | 1
Waddinxveen            | NL33B  | 2741     | 52.045   | 4.651     | 1
Rotterdam              | NL33C  | 3089     | 51.922   | 4.479     | 3
Schiedam               | NL33C  | 3115     | 51.919   | 4.389     | 2
Ridderkerk             | NL33C  | 2984     | 51.873   | 4.603     | 2
Krimpen aan den IJssel | NL33C  | 2922     | 51.917   | 4.603     | 1
Terneuzen              | NL341  | 4538     | 51.336   | 3.828     | 1
Vlissingen             | NL342  | 4382     | 51.458   | 3.578     | 2
Goes                   | NL342  | 4462     | 51.504   | 3.889     | 1
Breda                  | NL411  | 4817     | 51.587   | 4.776     | 2
Roosendaal             | NL411  | 4704     | 51.531   | 4.465     | 2
Bergen op Zoom         | NL411  | 4612     | 51.495   | 4.292     | 1
Oosterhout             | NL411  | 4903     | 51.645   | 4.860     | 1
Tilburg                | NL412  | 5048     | 51.556   | 5.091     | 3
Waalwijk               | NL412  | 5145     | 51.682   | 5.071     | 2
Oss                    | NL413  | 5347     | 51.765   | 5.518     | 3
Veghel                 | NL413  | 5466     | 51.617   | 5.549     | 2
Uden                   | NL413  | 5405     | 51.661   | 5.619     | 2
Boxtel                 | NL413  | 5281     | 51.591   | 5.329     | 1
Cuijk                  | NL413  | 5431     | 51.731   | 5.879     | 2
Eindhoven              | NL414  | 5651     | 51.441   | 5.478     | 6
Helmond                | NL414  | 5705     | 51.482   | 5.661     | 4
Best                   | NL414  | 5684     | 51.508   | 5.390     | 2
Valkenswaard           | NL414  | 5555     | 51.351   | 5.460     | 1
Bladel                 | NL414  | 5531     | 51.368   | 5.221     | 2
Venlo                  | NL421  | 5928     | 51.370   | 6.168     | 2
Venray                 | NL421  | 5804     | 51.525   | 5.975     | 2
Panningen              | NL421  | 5981     | 51.327   | 5.979     | 1
Weert                  | NL422  | 6003     | 51.252   | 5.707     | 2
Roermond               | NL422  | 6045     | 51.194   | 5.987     | 1
Maastricht             | NL423  | 6222     | 50.848   | 5.689     | 1
Sittard                | NL423  | 6135     | 51.000   | 5.860     | 1
Heerlen                | NL423  | 6422     | 50.884   | 5.982     | 1
Kerkrade               | NL423  | 6466     | 50.866   | 6.063     | 1
`);

/** A place whose region is known, and its weight. */
export interface KnownPlace extends Place {
  readonly weight: number;
}

/** At least one place of each of the forty Dutch NUTS-3 regions. */
export const KNOWN_PLACES: readonly KnownPlace[] = ROWS.map((row) => ({
  place: row['place']!,
  region: row['region']!,
  postcode: row['postcode']!,
  latitude: Number(row['latitude']),
  longitude: Number(row['longitude']),
  weight: Number(row['weight']),
}));
