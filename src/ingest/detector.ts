import type { Detection, DetectionInput } from '../model/detection.ts'

/** What ingest needs of detection: pure, the same answer for the same words and version. */
export interface Detector {
  /** Of taxonomy and rules together; items found under another are detected again. */
  readonly version: string
  detect(input: DetectionInput): Detection
}
