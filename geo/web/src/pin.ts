/** The picture of a plain marker that another layer puts on the map, as an address that holds it. */

const svg = (width: number, height: number, content: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`)}`;

/** As tall as Leaflet's, with its point in the same place. */
export const PIN = svg(25, 41,
  '<path d="M12.5 40.5C10 33 1 22 1 12.5a11.5 11.5 0 0123 0C24 22 15 33 12.5 40.5z" fill="#1f2328" stroke="#fdfcfa" stroke-width="1.5"/><circle cx="12.5" cy="12.5" r="4.5" fill="#fdfcfa"/>');

/** Nothing: a marker here throws no shadow. */
export const PIXEL = svg(1, 1, "");
