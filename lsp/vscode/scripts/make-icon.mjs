/** Draws images/icon.png: a speech bubble with a tick. Needs nothing but Node. */

import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const SIZE = 256;
const FINE = 4;
const BLUE = [0, 94, 184];
const WHITE = [255, 255, 255];

/** Return the distance of a point from a line between two points. */
function fromLine(x, y, [ax, ay], [bx, by]) {
  const along = Math.max(
    0,
    Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
  );
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

/** Tell whether a point is in a rectangle with round corners. */
function inRound(x, y, left, top, right, bottom, radius) {
  const dx = Math.max(left + radius - x, 0, x - (right - radius));
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return Math.hypot(dx, dy) <= radius;
}

/** Tell whether a point is in a triangle. */
function inTriangle(x, y, [a, b, c]) {
  const side = ([px, py], [qx, qy]) => (x - qx) * (py - qy) - (px - qx) * (y - qy) > 0;
  return side(a, b) === side(b, c) && side(b, c) === side(c, a);
}

/** Return the colour of a point, and whether there is any. */
function colourAt(x, y) {
  const tick = Math.min(fromLine(x, y, [84, 108], [116, 140]), fromLine(x, y, [116, 140], [174, 78]));
  if (tick <= 13) {
    return WHITE;
  }
  const tail = inTriangle(x, y, [
    [68, 180],
    [128, 180],
    [68, 236],
  ]);
  return inRound(x, y, 16, 24, 240, 192, 44) || tail ? BLUE : undefined;
}

const rows = [];
for (let y = 0; y < SIZE; y++) {
  const row = Buffer.alloc(1 + SIZE * 4);
  for (let x = 0; x < SIZE; x++) {
    const sum = [0, 0, 0];
    let covered = 0;
    for (let i = 0; i < FINE * FINE; i++) {
      const colour = colourAt(x + ((i % FINE) + 0.5) / FINE, y + (Math.floor(i / FINE) + 0.5) / FINE);
      if (colour) {
        covered++;
        colour.forEach((value, channel) => {
          sum[channel] += value;
        });
      }
    }
    const at = 1 + x * 4;
    sum.forEach((value, channel) => {
      row[at + channel] = covered ? Math.round(value / covered) : 0;
    });
    row[at + 3] = Math.round((255 * covered) / FINE ** 2);
  }
  rows.push(row);
}

/** Return the checksum of some bytes (CRC-32, as in the PNG specification). */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** Return a chunk of a PNG. */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);
writeFileSync(new URL("../images/icon.png", import.meta.url), png);
