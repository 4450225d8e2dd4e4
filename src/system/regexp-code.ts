import { setFlagsFromString } from 'node:v8'

/**
 * Compiles every RegExp when it is first used, in this whole process. V8 interprets it once before,
 * counts that code too, and compiles without optimising whatever comes after the first few megabytes:
 * patterns that look for facts hold more, and those that every page is read with came last, so a
 * packet took twice the time (bench/detect.mjs). Costs some 17 MB of memory.
 */
export function compileRegExpsAtOnce(): void {
  setFlagsFromString('--no-regexp-tier-up')
}
