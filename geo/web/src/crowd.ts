/** Points of the screen, to ask whether one is near. */

const CELL = 20;
/** Columns before the numbers of cells would repeat; screens are narrower than that. */
const COLUMNS = 4096;

export class Crowd {
  private readonly cells = new Map<number, number[]>();

  add(x: number, y: number): void {
    const key = Math.floor(y / CELL) * COLUMNS + Math.floor(x / CELL);
    const cell = this.cells.get(key);
    if (cell) cell.push(x, y);
    else this.cells.set(key, [x, y]);
  }

  /** Whether a point lies nearer than `distance` (pixels, at most 20). */
  isNear(x: number, y: number, distance: number): boolean {
    const limit = distance * distance;
    const column = Math.floor(x / CELL);
    const row = Math.floor(y / CELL);
    for (let j = row - 1; j <= row + 1; j += 1) {
      for (let i = column - 1; i <= column + 1; i += 1) {
        const cell = this.cells.get(j * COLUMNS + i);
        if (!cell) continue;
        for (let k = 0; k < cell.length; k += 2) {
          const dx = cell[k]! - x;
          const dy = cell[k + 1]! - y;
          if (dx * dx + dy * dy < limit) return true;
        }
      }
    }
    return false;
  }
}
