/** The two sums that a PNG needs; Node 20 has no checksum of its own. */

export { deflateSync } from "node:zlib";

/** Return the checksum of some bytes (CRC-32, as in the PNG specification). */
export function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}
