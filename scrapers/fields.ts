/** What a reader wants to know of a meeting and its items, in the order it is shown. */
export const fieldLabels = {
  time: 'hour',
  location: 'place',
  cancelled: 'cancelled or moved',
  remarks: 'remarks, how to attend',
  agenda: 'agenda',
  minutes: 'minutes',
  video: 'recording',
  items: 'items',
  number: 'item numbers',
  section: 'sections',
  consent: 'consent',
  fileNumber: 'file numbers',
  text: 'text of items',
  files: 'files of items',
  result: 'result',
  votes: 'votes by person',
  matter: 'matter across meetings',
} as const

export type Field = keyof typeof fieldLabels

export const fields = Object.keys(fieldLabels) as Field[]

/**
 * What a platform does not publish at all, by its public pages: nobody could read it there. All else
 * is what its adapter should give.
 */
const hidden: Readonly<Record<string, readonly Field[]>> = {
  agendasuite: ['result', 'votes', 'matter'],
  boardbook: ['result', 'votes', 'matter'],
  boarddocs: ['video', 'fileNumber', 'matter'],
  champds: ['result', 'votes', 'matter'],
  chicago: ['minutes', 'consent', 'text'],
  civicclerk: ['result', 'votes', 'matter'],
  civicengage: ['minutes', 'video', 'fileNumber', 'result', 'votes', 'matter'],
  civiclive: ['time', 'location', 'video', 'fileNumber', 'files', 'result', 'votes', 'matter'],
  civicplus: ['time', 'location', 'fileNumber', 'result', 'votes', 'matter'],
  civicweb: ['fileNumber', 'matter'],
  destiny: ['time', 'location', 'fileNumber', 'result', 'votes', 'matter'],
  digitaltowpath: ['fileNumber', 'files', 'result', 'votes', 'matter'],
  diligent: ['fileNumber', 'matter'],
  escribe: ['matter'],
  feed: ['minutes', 'video', 'fileNumber', 'files', 'result', 'votes', 'matter'],
  granicus: ['location', 'result', 'votes', 'matter'],
  iqm2: [],
  laserfiche: ['time', 'location', 'video', 'fileNumber', 'files', 'result', 'votes', 'matter'],
  legistar: [],
  minneapolis: ['number', 'result', 'votes'],
  municode: ['fileNumber', 'result', 'votes', 'matter'],
  novusagenda: ['time', 'location', 'fileNumber', 'result', 'votes', 'matter'],
  onbase: ['location', 'fileNumber', 'result', 'votes', 'matter'],
  openmedia: ['result', 'votes', 'matter'],
  'plain-page': ['time', 'location', 'fileNumber', 'files', 'result', 'votes', 'matter'],
  portland: ['location', 'remarks', 'minutes', 'files'],
  primegov: ['location', 'result', 'votes', 'matter'],
  proudcity: ['fileNumber', 'files', 'result', 'votes', 'matter'],
  simbli: ['video', 'fileNumber', 'matter'],
  suiteone: ['location', 'fileNumber', 'files', 'result', 'votes', 'matter'],
  swagit: ['location', 'minutes', 'fileNumber', 'files', 'result', 'votes', 'matter'],
  vision: ['location', 'fileNumber', 'files', 'result', 'votes', 'matter'],
}

/** The fields that a platform publishes; all of them for one that nobody has described. */
export function publishedFields(platform: string): readonly Field[] {
  const missing = new Set(hidden[platform] ?? [])
  return fields.filter((field) => !missing.has(field))
}
