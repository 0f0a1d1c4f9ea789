/** The address of a link if it may be followed, else null: only http and https, as the URL parser reads it. */
export function safeUrl(value: string | null): string | null {
  if (value === null) return null;
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return null;
  }
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

/** The host a tile address would contact. The parser cannot read `{s}` in a host, so it is left out. */
export function hostOf(template: string): string | null {
  const address = safeUrl(template.replace(/\{s\}\.?/g, "").replace(/[{}]/g, ""));
  return address === null ? null : new URL(address).host;
}
