/** Which labels are drawn and where, so that none touches another or covers a mark. */

import { contains, overlaps, type Box } from "./mercator";

export interface Candidate {
  readonly text: string;
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Distance to keep from the point; 0 writes the label over the point itself. */
  readonly gap: number;
  /** How far a label over its point may be moved up or down. */
  readonly play?: number;
}

export interface Placed {
  readonly candidate: number;
  /** Middle of the label. */
  readonly x: number;
  readonly y: number;
}

const CELL = 64;

/** Boxes by the squares of a grid that they touch. */
class Occupied {
  private readonly cells = new Map<string, Box[]>();

  private keys(box: Box): string[] {
    const keys: string[] = [];
    for (let i = Math.floor(box.minX / CELL); i <= Math.floor(box.maxX / CELL); i += 1) {
      for (let j = Math.floor(box.minY / CELL); j <= Math.floor(box.maxY / CELL); j += 1) keys.push(`${i},${j}`);
    }
    return keys;
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  isFree(box: Box): boolean {
    return this.keys(box).every((key) => !(this.cells.get(key) ?? []).some((other) => overlaps(box, other)));
  }
}

/** Right of the point first, then left, below, above: as a map reader looks. */
function positions({ x, y, width, height, gap, play = 0 }: Candidate): readonly (readonly [number, number])[] {
  if (gap === 0) return play === 0 ? [[x, y]] : [0, play / 2, -play / 2, play, -play].map((by) => [x, y + by] as const);
  const across = gap + width / 2;
  const along = gap + height / 2;
  return [[x + across, y], [x - across, y], [x, y + along], [x, y - along]];
}

/** Half a name is worse than none: a label is all inside the frame or all outside. */
const isCut = (box: Box, frame: Box): boolean => overlaps(box, frame) && !contains(frame, box);

/** Earlier candidates win. */
export function declutter(candidates: readonly Candidate[], obstacles: readonly Box[], frame: Box): Placed[] {
  const occupied = new Occupied();
  for (const obstacle of obstacles) occupied.add(obstacle);
  const placed: Placed[] = [];
  candidates.forEach((candidate, index) => {
    for (const [x, y] of positions(candidate)) {
      const box = {
        minX: x - candidate.width / 2 - 2,
        maxX: x + candidate.width / 2 + 2,
        minY: y - candidate.height / 2 - 1,
        maxY: y + candidate.height / 2 + 1,
      };
      if (isCut(box, frame) || !occupied.isFree(box)) continue;
      occupied.add(box);
      placed.push({ candidate: index, x, y });
      return;
    }
  });
  return placed;
}
