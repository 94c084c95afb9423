const told = new Set<string>();

function isDevelopment(): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\]|.+\.(?:localhost|test))$/.test(location.hostname);
}

/** A warning to whoever builds the page: only on a developer's own host, and each text once for a page. */
export function warnInDevelopment(text: string): void {
  if (told.has(text) || !isDevelopment()) return;
  told.add(text);
  console.warn(text);
}
