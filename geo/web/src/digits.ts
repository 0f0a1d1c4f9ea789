/** Counts on the map, stamped sign by sign: at every step nearly all of them are others, and writing text is slow. */

const FONT = '600 11px system-ui, "Segoe UI", "Noto Sans", sans-serif';
/** Pixels of a stamp; every sign is narrower. */
const WIDTH = 12;
const HEIGHT = 16;

interface Sign {
  readonly stamp: HTMLCanvasElement;
  readonly width: number;
}

export class Digits {
  private readonly signs = new Map<string, Sign>();

  constructor(private readonly colour: string, private readonly ratio: number) {}

  private sign(text: string): Sign {
    let sign = this.signs.get(text);
    if (!sign) {
      const stamp = document.createElement("canvas");
      [stamp.width, stamp.height] = [WIDTH * this.ratio, HEIGHT * this.ratio];
      const context = stamp.getContext("2d")!;
      context.scale(this.ratio, this.ratio);
      context.font = FONT;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillStyle = this.colour;
      context.fillText(text, WIDTH / 2, HEIGHT / 2 + 0.5);
      sign = { stamp, width: context.measureText(text).width };
      this.signs.set(text, sign);
    }
    return sign;
  }

  /** Writes a number such as "412" or "1.2k" with its middle at a point. */
  draw(context: CanvasRenderingContext2D, label: string, x: number, y: number): void {
    const signs = Array.from(label, (text) => this.sign(text));
    let left = x - signs.reduce((sum, { width }) => sum + width, 0) / 2;
    const snap = (value: number): number => Math.round(value * this.ratio) / this.ratio;
    for (const { stamp, width } of signs) {
      context.drawImage(stamp, snap(left + width / 2 - WIDTH / 2), snap(y - HEIGHT / 2), WIDTH, HEIGHT);
      left += width;
    }
  }
}
