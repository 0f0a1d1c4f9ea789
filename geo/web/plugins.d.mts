export function pack(content: Uint8Array): string;
