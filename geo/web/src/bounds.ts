/** A box in degrees, as plain numbers: a map of another copy of Leaflet would not know our copy's boxes. */

type Corner = [number, number];

export class Bounds {
  private south = Infinity;
  private west = Infinity;
  private north = -Infinity;
  private east = -Infinity;

  get isEmpty(): boolean {
    return this.south > this.north;
  }

  add(lat: number, lon: number): void {
    this.south = Math.min(this.south, lat);
    this.north = Math.max(this.north, lat);
    this.west = Math.min(this.west, lon);
    this.east = Math.max(this.east, lon);
  }

  middle(): Corner {
    return [(this.south + this.north) / 2, (this.west + this.east) / 2];
  }

  /** South-west and north-east, moved outward by a share of the box's size. */
  corners(pad = 0): [Corner, Corner] {
    const [down, along] = [(this.north - this.south) * pad, (this.east - this.west) * pad];
    return [[this.south - down, this.west - along], [this.north + down, this.east + along]];
  }
}
