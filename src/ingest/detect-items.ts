import type { Detection, DetectionInput } from '../model/detection.ts'
import type { ScrapedMeeting } from '../model/meeting.ts'
import type { Detector } from './detector.ts'

/** What is kept of an item that the detector could not judge: that it was tried, by which version. */
function undetected(version: string): Detection {
  return {
    relevant: false,
    support: 0,
    score: 0,
    band: 'none',
    technologies: [],
    vendors: [],
    role: null,
    action: null,
    facts: {
      amountUsd: null,
      committed: null,
      amounts: [],
      stated: [],
      missing: [],
      pagesRead: 0,
      conflicts: [],
    },
    evidence: [],
    reasons: [],
    version,
  }
}

/** Judges one item; an input that breaks the detector is told and breaks nothing else. */
export function detectItem(
  input: DetectionInput,
  detector: Detector,
  onFault: (error: unknown) => void,
): Detection {
  try {
    return detector.detect(input)
  } catch (error) {
    onFault(error)
    return undetected(detector.version)
  }
}

/** One detection for each item of the meeting, in agenda order. */
export function detectItems(
  meeting: ScrapedMeeting,
  detector: Detector,
  onFault: (error: unknown) => void,
): Detection[] {
  return meeting.agendaItems.map(({ title, text, section }) =>
    detectItem({ title, text, section, body: meeting.body }, detector, onFault),
  )
}
