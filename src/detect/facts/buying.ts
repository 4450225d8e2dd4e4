import { printedNumber, readNumber } from './number-words.ts'
import type { FactPattern } from './pattern.ts'

const named = (entries: readonly (readonly [RegExp, string])[], words: string) =>
  entries.find(([pattern]) => pattern.test(words))?.[1]

const routes: readonly (readonly [RegExp, string])[] = [
  [/sole|single|only/i, 'sole source'],
  [/piggy/i, 'piggyback'],
  [/waiv/i, 'bidding waived'],
  [/emergency/i, 'emergency purchase'],
  [/change order/i, 'change order'],
  [/sourcewell|njpa/i, 'cooperative: Sourcewell'],
  [/naspo/i, 'cooperative: NASPO ValuePoint'],
  [/omnia/i, 'cooperative: OMNIA Partners'],
  [/hgac/i, 'cooperative: HGACBuy'],
  [/buyboard/i, 'cooperative: BuyBoard'],
  [/\btips\b/i, 'cooperative: TIPS'],
  [/\bncpa\b/i, 'cooperative: NCPA'],
  [/equalis/i, 'cooperative: Equalis'],
  [/\bdir\b/i, 'cooperative: Texas DIR'],
  [/\bgsa\b/i, 'cooperative: GSA schedule'],
  [/cmas/i, 'cooperative: CMAS'],
  [/costars/i, 'cooperative: COSTARS'],
  [/universal term|state term|state contract/i, 'state or universal term contract'],
  [/cooperative|interlocal purchas/i, 'cooperative'],
  [/rfq|qualifications/i, 'request for qualifications'],
  [/rfp|proposals/i, 'request for proposals'],
  [/itb|ifb|invitation|bid/i, 'competitive bid'],
]

const funds: readonly (readonly [RegExp, string])[] = [
  [/uasi|urban area/i, 'Urban Area Security Initiative (UASI)'],
  [/justice assistance|\bjag\b|byrne/i, 'Byrne Justice Assistance Grant (JAG)'],
  [/mvcpa|motor vehicle crime/i, 'Motor Vehicle Crime Prevention Authority (MVCPA)'],
  [/retail theft/i, 'Organized Retail Theft grant (ORT)'],
  [/homeland security|shsp|\bshsgp/i, 'State Homeland Security Program'],
  [/stonegarden/i, 'Operation Stonegarden'],
  [/\bcops\b/i, 'COPS Office'],
  [/project safe/i, 'Project Safe Neighborhoods'],
  [/equitable sharing/i, 'equitable sharing (forfeiture)'],
  [/forfeit|seizure|seized|narcotics|drug (?:law|fund)/i, 'asset forfeiture'],
  [/arpa|american rescue/i, 'American Rescue Plan Act (ARPA)'],
  [/cdbg|community development block/i, 'Community Development Block Grant'],
  [/slesf|supplemental law/i, 'Supplemental Law Enforcement Services Fund'],
  [/capital improvement|\bcip\b/i, 'capital improvement program'],
  [/general fund/i, 'general fund'],
  [/red light|photo|traffic safety fund/i, 'photo enforcement or traffic safety fund'],
  [/parking/i, 'parking fund'],
  [/opioid/i, 'opioid settlement'],
  [/donat|foundation/i, 'donation'],
]

const thing =
  '(?:(?:fixed|mobile|additional|new|automated?|automatic|portable|stationary|solar|wireless|in-car|body|body-worn|worn|police|security|surveillance|video|license|plate|speed|red|light|traffic|pole|PTZ|dash|flock|safety|falcon|condor|LPR|ALPR|gunshot|acoustic|thermal|unmanned|aerial|mobile|trailer)[ -/]{1,2}){0,6}(?:license plate readers?|plate readers?|LPRs?|ALPRs?|cameras?|drones?|UAVs?|UAS|unmanned aircraft(?: systems?)?|unmanned aerial (?:vehicles?|systems?)|body ?cams?|trailers?|sensors?|devices?|units|robots?|kiosks?)'

/** How it is bought, with what money, and how many. */
export const buyingPatterns: readonly FactPattern[] = [
  {
    pattern:
      /\b(?:(?:sole|single)[ -]source(?: (?:purchase|procurement|vendor|provider|justification|contract|basis))?|only (?:authorized )?(?:vendor|provider|source|manufacturer) (?:that|of|able|who)|piggy-?back(?:ing|ed)?|change order (?:no\.? ?|number |#)?\d{0,3}|emergency (?:purchase|procurement)|(?:to )?waiv(?:e|er|ing) (?:of )?(?:the )?(?:formal )?(?:competitive |sealed )?(?:bid(?:ding|s)?|bidding (?:provisions|requirements)|procurement)|cooperative (?:purchas\w+|procurement|agreement|contract)|interlocal purchasing|sourcewell|njpa|naspo(?: valuepoint)?|omnia partners|h-?gac(?:buy)?|buyboard|tips(?:-usa)? (?:contract|cooperative)|ncpa|equalis|(?:texas )?dir (?:contract|cooperative)|gsa (?:schedule|contract|pricing)|cmas|costars|universal term contract|state term (?:contract|schedule)|state contract|request for (?:proposals?|qualifications)|invitation (?:to|for) bids?|RF[PQ](?: (?:no\.? ?|number |#)[\w-]{2,16})?|competitive (?:bid|proposal)s?)\b/gi,
    read([whole]) {
      const route = named(routes, whole)
      return route ? { kind: 'route', value: { route } } : undefined
    },
  },
  {
    pattern:
      /\b(?:contract|agreement|purchase order|P\.?O\.?|bid|RFP|RFQ|ITB|spec(?:ification)?|solicitation|schedule)\.? ?(?:no\.|number|num\.|#) ?:? ?([A-Z]{0,6}-?\d[\w./-]{1,24}|[A-Z]{1,6}[\w./-]{0,8}\d[\w./-]{0,16})/gi,
    read([, found = '']) {
      const trimmed = found.replace(/[./-]+$/, '')
      return trimmed.length < 3
        ? undefined
        : { kind: 'contract-number', value: { number: trimmed } }
    },
  },
  {
    pattern:
      /\b(?:(?:\d{4} )?(?:UASI|Urban Area(?:s)? Security Initiative|(?:Edward )?Byrne(?: Memorial)?(?: Justice Assistance Grant)?|Justice Assistance Grant|JAG|MVCPA|Motor Vehicle Crime Prevention(?: Authority)?|Organized Retail Theft(?: Prevention)?(?: Grant)?|State Homeland Security(?: Grant)?(?: Program)?|SHSGP|SHSP|Operation Stonegarden|COPS (?:Office|grant|technology)|Project Safe Neighborhoods?|ARPA|American Rescue Plan(?: Act)?|CDBG|Community Development Block Grant|SLESF|Supplemental Law Enforcement Services|opioid settlement)(?: (?:grant|funds?|funding|program)){0,2}|(?:asset |drug |federal |state |equitable )?(?:forfeitures?|seizure|equitable sharing|narcotics)(?: asset)? (?:funds?|funding|account|proceeds)|general fund|capital improvement (?:program|plan|fund|budget)|(?:red light|photo (?:enforcement|red light)|traffic safety|parking(?: meter| enterprise)?) fund|drug law enforcement fund|police foundation|(?:accept(?:ance of)?|through) (?:a )?donations?)\b/gi,
    read([whole]) {
      const source = named(funds, whole)
      return source ? { kind: 'funding', value: { source } } : undefined
    },
  },
  {
    // "41 plate readers", "an additional ten (10) Flock Safety cameras", "for a total of 35 cameras"
    pattern: new RegExp(
      String.raw`(?:\b(?:an )?(?:additional|extra|more|further)[ -])?(?<![$\d.,/-])\b(${printedNumber})[ -](?:\(\d+\) )?(?:(?:additional|new|more) )?(${thing})\b`,
      'gi',
    ),
    read([whole, count = '', of = ''], { before, after }) {
      const found = readNumber(count)
      if (found === null || found === 0 || found > 20_000) return undefined
      if (/^[ -]?(?:percent|%|hours?|days?|feet|inch)/i.test(after(12))) return undefined
      if (/(?:section|chapter|no\.|#|page|item|district|phase|version) ?$/i.test(before(12)))
        return undefined
      const is = /total of $/i.test(before(24))
        ? 'total'
        : /additional|extra|more|further|\badd(?:s|ing)?\b[^.;]{0,20}$/i.test(
              `${before(24)}${whole}`,
            )
          ? 'added'
          : 'counted'
      return { kind: 'quantity', value: { count: found, of: of.replace(/\s+/g, ' '), is } }
    },
  },
]
