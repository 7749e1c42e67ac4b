/** A place where firms stand. */
export interface Place {
  readonly place: string;
  /** NUTS-3 code, 2021 edition. */
  readonly region: string;
  /** The digits of one of its postcodes, where known. */
  readonly postcode?: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A place and how many people live there. */
export interface PopulatedPlace extends Place {
  readonly people: number;
}
