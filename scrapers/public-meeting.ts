/**
 * Words by which a city's calendar tells meetings of public bodies from its other events. Libraries
 * and parks fill most calendars.
 */
const meetingWords =
  /\b(?:council|commission(?:ers)?|committee|board|authority|trustees|aldermen|selectmen|selectboard|supervisors|planning|zoning|hearing|work session|study session|meeting|special session|regular session|executive session|task ?force|public meeting|regular meeting|special meeting|meeting of the|caucus|quorum|agenda|boe|cra|concejo|reuni[oó]n|^workshop|(?:budget|joint|special|public|city|town|village|county|goal[- ]setting|strategic|visioning|policy|legislative) workshop)\b/i
const otherWords =
  /\b(?:story ?time|yoga|book club|board games?|game night|market|concert|festival|class|camp|craft|tour|parade|bingo|fitness|lego|movie|toddler|holiday|offices? closed|recycling|trash)\b/i

/** Whether a title is one of a public body's meeting, as far as words can tell. */
export const isPublicMeeting = (title: string): boolean =>
  meetingWords.test(title) && !otherWords.test(title)
