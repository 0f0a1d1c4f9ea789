// The two modules of Node that the tests use; Node's own types would be a dependency for these few lines.
declare module "node:test" {
  export function test(name: string, body: () => void | Promise<void>): void;
}

declare module "node:assert/strict" {
  export function ok(value: unknown, message?: string): asserts value;
  export function equal<T>(actual: T, expected: T, message?: string): void;
  export function deepEqual<T>(actual: T, expected: T, message?: string): void;
  export function throws(body: () => unknown, expected?: RegExp | (new (...args: never[]) => Error)): void;
}
