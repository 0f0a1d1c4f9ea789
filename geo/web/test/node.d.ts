/** The few parts of Node that the tests use; its own types would bring Node's globals into the page's code. */

declare module "node:test" {
  export function test(name: string, body: () => void | Promise<void>): void;
}

declare module "node:assert/strict" {
  export function deepEqual(actual: unknown, expected: unknown, message?: string): void;
  export function equal(actual: unknown, expected: unknown, message?: string): void;
  export function ok(value: unknown, message?: string): asserts value;
  export function throws(body: () => unknown, expected?: RegExp | (abstract new (...args: never[]) => unknown)): void;
  export function rejects(body: Promise<unknown>, expected?: RegExp | (abstract new (...args: never[]) => unknown)): Promise<void>;
}

declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf8"): string;
}
