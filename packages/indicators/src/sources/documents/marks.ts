// The bytes by which JSON is taken apart without being parsed.

export const NEWLINE = 10;
export const QUOTE = 34;
export const BACKSLASH = 92;
export const OPEN_BRACKET = 91;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;

// Space, tab, line ends, the record separator of RFC 7464, and the bytes of a byte-order mark in the middle (files put together).
export const skipped = new Uint8Array(256);
for (const byte of [32, 9, 10, 13, 0x1e, 0xef, 0xbb, 0xbf]) skipped[byte] = 1;

export const [NOTHING, STRING, OPENS, CLOSES, LINE] = [0, 1, 2, 3, 4] as const;
export const kinds = new Uint8Array(256);
kinds[QUOTE] = STRING;
kinds[OPEN_BRACE] = OPENS;
kinds[OPEN_BRACKET] = OPENS;
kinds[125] = CLOSES;
kinds[CLOSE_BRACKET] = CLOSES;
kinds[NEWLINE] = LINE;
