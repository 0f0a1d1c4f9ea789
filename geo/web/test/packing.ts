/** What the package writes, for the tests of what the page reads. */

import { pack } from "../plugins.mjs";

export { pack };
export const packJson = (content: unknown): string => pack(new TextEncoder().encode(JSON.stringify(content)));
export const packNumbers = (values: Uint8Array | Int32Array): string => pack(new Uint8Array(values.buffer));
