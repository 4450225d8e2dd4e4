/** "Staff report for a resolution to …": the paper that brings an item, whose decision follows. */
const lead =
  /^\W*(?:the )?(?:(?:staff|council|board|agenda|city manager['’]?s?) )?report (?:for|on|regarding|and recommendation (?:for|on|regarding)) (?:an? |the |adoption of an? )?(?:proposed )?(?:resolution|ordinance|motion|minute order)s?\b(?: of the (?:city|town|county) (?:council|commission|of [\w ]{1,24}))?,? ?/i

/** A title without the paper that it comes with. */
export const withoutReportLead = (title: string): string => title.replace(lead, '')
