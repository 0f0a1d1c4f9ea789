/** A box in degrees, as plain numbers: a map of another copy of Leaflet would not know our copy's boxes. */

type Corner = [number, number];

export class Bounds {
  private south = Infinity;
  private north = -Infinity;
  private readonly longitudes: number[] = [];

  get isEmpty(): boolean {
    return this.longitudes.length === 0;
  }

  add(lat: number, lon: number): void {
    this.south = Math.min(this.south, lat);
    this.north = Math.max(this.north, lat);
    this.longitudes.push(lon);
  }

  /** From west to east the way round that is shorter: over 180° where things lie on both sides of it. */
  private across(): Corner {
    const sorted = Float64Array.from(this.longitudes).sort();
    let west = sorted[0]!;
    let east = sorted[sorted.length - 1]!;
    let widest = west + 360 - east;
    for (let i = 1; i < sorted.length; i += 1) {
      const gap = sorted[i]! - sorted[i - 1]!;
      if (gap > widest) [widest, west, east] = [gap, sorted[i]!, sorted[i - 1]! + 360];
    }
    return [west, east];
  }

  middle(): Corner {
    const [west, east] = this.across();
    return [(this.south + this.north) / 2, (west + east) / 2];
  }

  /** South-west and north-east, moved outward by a share of the box's size. */
  corners(pad = 0): [Corner, Corner] {
    const [west, east] = this.across();
    const [down, along] = [(this.north - this.south) * pad, (east - west) * pad];
    return [[this.south - down, west - along], [this.north + down, east + along]];
  }
}
