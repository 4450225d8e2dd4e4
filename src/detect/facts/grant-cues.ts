import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Money and things that others give, tried in order. */
export const grantCues: readonly Cue[] = [
  // "Approval to submit application, drone replacement program"; "2020-DJ-BX-0417", an award by its number.
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|permits?|variance|licen[cs]e)\w*)[^.;$]{0,60}\bsubmi(?:t|ts|tting|ssion of|ttal of) (?:of )?(?:an? |the |its )?(?:[\w-]+ ){0,2}applications?\b/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:[Pp]urchas|[Cc]ontract with|[Aa]greement with|[Aa]mend|[Ee]xten)\w*)[^;$]{0,160}\b(?:19|20)\d\d-[A-Z]{2}-[A-Z]{2}-\d{3,4}\b/,
  ),
  // "To accept from the Department of Criminal Justice Services $60,000"; the paper of a grant is signed.
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:bid|quote|proposal|contract with)\b)[\s\S]{0,120}\baccept(?:ing|ance)? from (?:the )?(?:[\w'\u2019&.-]+,? ){1,10}\$ ?\d|^(?![\s\S]*\b(?:purchase (?:of|order|from)|contract with|award(?:ing)? (?:a |the )?(?:contract|bid))\b)[\s\S]{0,160}\b(?:execut|sign|enter|approv|authoriz|ratif)\w*\b[^;$]{0,60}\bgrant (?:award )?agreement\b(?! (?:amendment|extension))/i,
  ),
  // Bought, and only then told that a grant pays for it.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|award|donat|gift|renew|amend)\w*\b)(?:(?!\bgrants?\b)[\s\S]){0,160}\b(?:purchas(?:e|ing) (?:of|from|order|and)|lease of|acquisition of|subscription (?:to|with|for|from)|professional services)\b[\s\S]{0,240}\bgrants?\b/i,
  ),
  // "Agreement with a firm for plate readers, using COPS funds".
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|award|donat|gift`,
      String.raw`|renew|amend|memorandum|MOU|inter-?local)\w*\b)`,
      String.raw`(?:(?!\b(?:grants?|JAG|UASI|SHSP|HIDTA|COPS|Byrne)\b)[\s\S]){0,160}\b`,
      String.raw`(?:contract|agreement|lease)s? (?:for (?:[\w'-]+ ){1,8})?with `,
      '(?!(?:the )?(?:state|county|city|town|village|department|office|bureau|division',
      String.raw`|governor|U\.?S)\b)[\s\S]{0,200}\b`,
      String.raw`(?:using|utilizing|through|from|funded|paid)\b[^.;]{0,60}\b`,
      String.raw`(?:grants?|JAG|UASI|SHSP|HIDTA|COPS|Byrne|homeland security)\b`,
    ),
  ),
  // A seller is chosen, and the grant is only named as what pays: "waive bid, plate readers, theft grant".
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|donat|gift`,
      '|sub-?(?:award|recipient|grant)|memorandum|MOU|inter-?local',
      String.raw`|budget amendment)\w*\b)(?=[\s\S]*\bgrants?\b)[\s\S]{0,200}\b`,
      String.raw`(?:waiv\w+ (?:of )?(?:the )?(?:[\w-]+ ){0,2}bid(?:s|ding)?|bid waiver`,
      '|sole[ -]source|quotes? (?:from|by)|bid award|awards? (?:of|the) (?:bid|contract)',
      '|contract (?:approval|award)|purchase (?:approval|request)',
      '|award to (?!(?:the )?(?:city|county|town|village|police|sheriff|department',
      String.raw`|[\w-]+ (?:county|city|police)))[\w&. -]{2,40}\b`,
      String.raw`(?:inc|LLC|corp|group|solutions|systems|technologies|enterprise))\b`,
    ),
  ),
  // A firm is taken without bids: what is bought weighs more than who pays.
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?=[\s\S]*\bwaiv\w+ (?:of )?(?:the )?(?:[\w-]+ ){0,2}bid)`,
      String.raw`(?=[\s\S]*\b(?:agreements? to purchase|(?:customer|purchase|sales) agreement with`,
      String.raw`|authoriz\w+ (?:the |an? )?purchase|to (?:purchase|buy))\b)[\s\S]*\bgrants?\b`,
      String.raw`|^(?=[\s\S]*\bwaiv\w+ (?:of )?(?:the )?`,
      String.raw`(?:[\w-]+ ){0,2}bid)[\s\S]*\bpurchase\b[^;]{0,80}\bat a cost of\b`,
    ),
  ),
  // "Use of 2025 JAG funds for the lease of plate readers": the grant is there, and is spent.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|donat|gift)\w*\b)[\s\S]{0,160}\b(?:us(?:e|ing)|utiliz\w+|expend\w*|spend\w*)(?: of)? (?:[\w$,.-]+ ){0,8}(?:grant|JAG|SLESF|COPS|UASI)(?: funds?| money| monies| proceeds)? (?:for|to) (?:the )?(?:purchas|leas|acqui|buy|procur)\w*/i,
  ),
  // Named by the grant, whatever it buys: "2021 Justice Assistance Grant (JAG) for the purchase of".
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?:\W*(?:resolution|ordinance|order|motion)\W{1,4})?`,
      String.raw`(?:(?!\b(?:purchas\w*|procur\w*|acqui\w*|contracts?|agreements?|leas\w*`,
      String.raw`|subscriptions?|renew\w*|use|using|utiliz\w*|from|with|through|via|by|for|in`,
      String.raw`|pay\w*|expend\w*|transfer\w*|amend\w*|match\w*|fund(?:ed|s|ing)|polic(?:y|ies)`,
      String.raw`|reports?|updates?|hearing|software|consult\w*)\b)[^.;:$,]){4,140}?\bgrants?\b`,
      String.raw`(?![^.;]{0,60}\b(?:pays?|covers?|will|would)\b)`,
      String.raw`(?![- ](?:funded|funds?\b|funding|match|writ|consult|admin|manage|and council`,
      String.raw`|accounts?|revenues?|county|street|st\b|ave|park|road|school|line|boulevard|drive`,
      '|elementary|high|middle|an? |the )',
      String.raw`|[ -]of (?:an? |the )?(?:[\w-]+ )?`,
      '(?:easements?|licen[cs]es?|permits?|rights?|authority))',
    ),
  ),
  // How a share of a joint grant is told: "JAG interlocal agreement between the City and the County".
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\bpurchas)[\s\S]{0,200}(?:\b(?:JAG|justice assistance grant)\b[^.;]{0,120}\b(?:inter-?local|memorandum|MOU)\b|\b(?:inter-?local|memorandum|MOU)\b[^.;]{0,160}\b(?:JAG|justice assistance grant)\b)/i,
  ),
  // New Jersey's budget law lets in what others give, under this name.
  cue(
    'grant',
    'accept-grant',
    /\bbudget insertion\b|\b40A:4-87\b|\binsertion of (?:an? |any )?(?:special )?items? of revenue\b/i,
  ),
  // "Return of grant monies that are lost or misused": what the giver wants to hear.
  cue(
    'grant',
    'accept-grant',
    /\bgrant (?:funds|money|monies|moneys)\b[^.;]{0,80}\b(?:lost or misused|loss or misuse|misused?)\b|\b(?:lost or misused|loss or misuse|misuse) of (?:the |any )?(?:[\w-]+ ){0,3}grant\b/i,
  ),
  // "Sub-recipient agreement with the County": how a share of a grant is handed on.
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\bpurchas)[\s\S]{0,120}\bsub-?recipient (?:[\w-]+ ){0,2}agreements?\b/i,
  ),
  // Shares of a State's fund that are given each year for a plan.
  cue(
    'grant',
    'accept-grant',
    /\b(?:SLESF|supplemental law enforcement services?(?: fund)?)\b[^.;]{0,60}\b(?:expenditure|spending) plan\b|\b(?:LEPF|law enforcement protection fund)\b[^.;]{0,40}\b(?:program|application|distribution|request)\b/i,
  ),
  // "Police Foundation in-kind donation. Request: accept two drones".
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`\bin-kind donations?\b|\bdonations?\b[^;]{0,120}\baccept(?:ing|ance)?\b`,
      String.raw`|\bapplications? for \$ ?[\d,.]+ (?:from|to)\b`,
      String.raw`|\bmatch(?:ing)? funds? (?:for|to) [^.;]{0,80}\bgrant\b`,
      String.raw`|\bcrime commission (?:grants?|awards?)\b`,
      String.raw`|\b(?:filing|submission|submittal) of (?:an? |the )?applications? (?:with|to)\b`,
      String.raw`|\baccept\w* (?:an? |the )?(?:[\w-]+ ){0,2}earmarks?\b`,
      String.raw`|\brecogni[sz]\w+ [^.;]{0,40}\b(?:state|federal) (?:funds|funding|money|aid)\b`,
      String.raw`|\b(?:foundation|association|corporate|private) `,
      String.raw`contributions?\b[^.;$]{0,60}\baccept\w*`,
      String.raw`|\baccept\w* [^.;$]{0,60}\bcontributions? (?:from|of|by|to)\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement|acqui|leas)\w*)[\s\S]{0,200}\bgrant `,
      String.raw`(?:through|from|under|with|via) the (?:[\w’'-]+ ){0,3}`,
      String.raw`(?:office|department|state|division|bureau|governor)\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement)\w*)[\s\S]{0,200}\bgrant `,
      String.raw`(?:no\.?|number|#) ?\w{0,12}\d`,
    ),
  ),
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`\bapplications? (?:under|to) (?:the )?(?:[\w-]+ ){0,4}`,
      String.raw`(?:act|assistance|program|commission|office|division)\b`,
      String.raw`|\b(?:submi|appl|accept|request)\w*\b[^.;]{0,100}\bfinancial assistance `,
      '(?:agreement|application|award|program)',
      String.raw`|^(?![\s\S]*\bpurchas)[\s\S]*\b(?:implementation|assistance|replacement) program `,
      String.raw`grants?\b`,
    ),
  ),
  cue(
    'grant',
    'accept-grant',
    // Accepting or asking for what others give, before anything is said of what it buys.
    /\b(?:accept\w*|appl(?:y|ies|ication|ications|ying)|recei(?:ve|ving|pt)|submi(?:t|ttal|ssion|tting)|recogni[sz](?:e|ing)|ratif(?:y|ying)|appropriat\w+|budget amendment)\b(?:[^.;]|\.(?=\d)){0,120}?\b(?:grants?|sub-?grants?|subgrantee|sub-?awards?|donations?|donated|gifts?)\b/i,
  ),
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|buy\b|acqui|procur|leas(?:e|ing)\b))[\s\S]*\b`,
      String.raw`(?:(?:grant|sub-?award|donation|gift) (?:[\w#-]+ ){0,3}`,
      String.raw`(?:accept\w+|applications?|agreement|award|submittal)`,
      String.raw`|award from (?!(?:the |an? )?(?:[\w-]+ )?`,
      '(?:bid|rfp|request|quotes?|vendor|contract))',
      String.raw`|acceptance of (?:an? |the )?(?:[\w-]+ ){0,2}donated\b`,
      String.raw`|(?:donations?|gifts?) (?:of|from|to)\b|sub-?awards?\b|sub-?grants?\b`,
      String.raw`|homeland security (?:grant )?program\b`,
      '|(?:JAG|UASI|HIDTA|MVCPA|ORT|SHSP|HSGP|OPSG|BSCC|ICAC|COPS|SS4A',
      String.raw`|Safe Streets[\w ]{0,12}|Byrne[\w ]{0,28}|Homeland Security) (?:[\w-]+ ){0,4}`,
      String.raw`(?:grants?|award(?:ed)?|application|funds|funding)\b`,
      '(?! (?:to|for)(?: the)? (?:purchase|acquisition|buy))',
      String.raw`|grants? programs?\b(?![^.;]{0,40}\b(?:purchase|contract)\b))`,
    ),
  ),
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|buy\b|acqui|procur|contract|agreement|claims?\b|invoices?\b|payments?\b))(?:[\s\S]{0,200}\bgrants?\W*$|[^.;]{0,60}\b(?:JAG|UASI|HIDTA|MVCPA|SHSP|BSCC|Byrne)\b[\s\S]{0,120}\bapplications?\b)/i,
  ),
  // Programmes that give, by their names: "Accept FY26 Operation Stonegarden", "JAG local solicitation".
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas\w*|acquisition|bids?|quotes?|vendor)\b)[\s\S]{0,200}`,
      String.raw`(?:\b(?:accept|appl(?:y|ication)|recei(?:ve|pt)|submi|approv|ratif|authoriz`,
      String.raw`|appropriat)\w*\b[^;]{0,120}\b(?:(?:Operation )?Stonegarden|Operation Lone Star`,
      '|High Intensity Drug Trafficking|Urban Areas? Security Initiative',
      '|(?:auto|motor vehicle|vehicle) (?:theft|crime) prevention(?: authority)?',
      '|Internet Crimes Against Children|Project Safe Neighborhoods',
      '|Organized Retail (?:Theft|Crime)|Port Security|Justice Assistance|OPSG|HIDTA|UASI',
      String.raw`|ICAC|MVCPA|CATPA|ATPA|SHSP|HSGP|JAG)\b`,
      String.raw`|\b(?:JAG|Byrne|(?:Operation )?Stonegarden|Operation Lone Star`,
      '|High Intensity Drug Trafficking|Urban Areas? Security Initiative',
      '|(?:auto|motor vehicle|vehicle) (?:theft|crime) prevention(?: authority)?',
      '|Internet Crimes Against Children|Project Safe Neighborhoods',
      String.raw`|Organized Retail (?:Theft|Crime)|Port Security|Justice Assistance)\b[^;]{0,60}\b`,
      String.raw`(?:application|solicitation|allocation|award|funding|funds|sub-?recipient)\b)`,
    ),
  ),
  // "Agreement with the State for a grant": whatever paper it comes with.
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\bpurchas)[\s\S]{0,200}\bagreements?\b[^;]{0,120}\bfor (?:an? |the )(?:[\w$,.-]+ ){0,3}grant\b|^(?![\s\S]*\bpurchas)[\s\S]{0,80}\bgrant contracts?\b/i,
  ),
  // "Accept $12,000 from a foundation for the purchase of": given, whatever it buys.
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^\W*(?:to )?accept\w*(?: and (?:appropriat|expend|budget)\w*)?(?: of)?(?: up to)?`,
      String.raw`(?: the (?:sum|amount) of)? \$ ?[\d,.]+ from\b`,
      String.raw`|\baccept(?:ing|ance)?(?: and (?:appropriati(?:on|ng)|expenditure|budgeting))? `,
      String.raw`(?:of )?(?:up to )?\$ ?[\d,.]+ from (?!(?:the )?(?:sale|general|fund))`,
      String.raw`|\baccept(?:ed)? and expend(?:ed)?\b`,
      String.raw`|\baccept(?:ing)?,? and (?:to )?appropriat(?:e|ing)\b`,
      String.raw`|\bapply for,? and (?:to )?accept\b|\bapply for (?:up to |an amount of )?\$ ?\d`,
      String.raw`|\bapply(?:ing)? for (?:the |an? )?[^.;$]{0,60}\b`,
      String.raw`(?:COPS|JAG|BJA|DOJ|Homeland Security|state|federal)\b[^.;$]{0,60}\bprogram\b`,
      String.raw`|\baccept(?:ing)? an? check\b|\b(?:community project funding`,
      String.raw`|congressionally directed spending)\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement|acqui|leas|report`,
      String.raw`|audit)\w*)[\s\S]{0,80}\bgrants? from (?!\w+ county\b)`,
      String.raw`|\b(?:seek|pursue|obtain)(?:ing)? (?:[\w-]+ ){0,2}grant (?:funding|funds|money)\b`,
      String.raw`|\baccept\w* [^.;$]{0,80}\b(?:bought|purchased|acquired|paid for|funded) `,
      String.raw`(?:with|by|through|under|from) (?:[\w-]+ ){0,4}`,
      String.raw`(?:UASI|JAG|HIDTA|HSGP|SHSP|Urban Areas?|homeland security|grants?)\b`,
      String.raw`|\b(?:accept|receiv)(?:e|ing)? (?:up to |a check of |a check for `,
      String.raw`|the sum of )?\$ ?[\d,.]+ (?:expected |given |awarded )?(?:from|of) (?:the )?`,
      String.raw`(?:[\w&-]+ ){0,5}(?:departments?|office|authority|foundation|bureau|agency`,
      String.raw`|division|association|commonwealth|board)\b`,
      String.raw`|\bappl(?:y|ying) to the (?:[\w-]+ ){0,3}`,
      String.raw`(?:state|department|office|division|bureau|board)\b[^.;]{0,100}\bfor `,
      String.raw`(?:an amount|up to|funds|funding|\$)`,
    ),
  ),
  // Money that others pay back: "acceptance and appropriation of $9,000, to be reimbursed by".
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\bauthoriz\w* (?:the )?purchas)[\s\S]*(?:\baccept(?:ance|ing)?(?: and (?:appropriation|expenditure|budgeting))? of \$ ?[\d,.]+[^;]{0,200}\breimburs|\breimbursement (?:agreement|of)\b[^;]{0,200}\bgrant\b)/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\bpurchas)[\s\S]*\$ ?[\d,.]+ grant (?:from|of the|awarded by)\b/i,
  ),
  // "Accept equipment from the Council of Governments": given, by whoever bought it.
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`\baccept(?:ing|ance of)? (?:the )?`,
      String.raw`(?:(?!quotes?\b|bids?\b|proposals?\b|offers?\b|price|agreement|contract|delivery`,
      String.raw`|low)[\w()-]+ ){0,4}(?:equipment|cameras|devices|readers|drones?|units|trailers?) `,
      String.raw`from (?:the )?(?:[\w'\u2019-]+ ){0,4}`,
      '(?:council of governments|county|city|state|department|sheriff|foundation|police',
      String.raw`|office|association|club|task force|authority)\b`,
    ),
  ),
  // "Grant: appropriate $50,000 for plate readers": the clerk's own heading.
  cue(
    'grant',
    'accept-grant',
    /\bgrant match\b|^\W*donations?:|^\W*(?:[\w-]+ ){0,6}(?:sub-?)?grants?(?: (?:funds?|funding|award|acceptance|appropriation))? ?[:\u2013\u2014-]/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|software|permit)\w*)[^;$]{0,80}\b(?:program|initiative|fund) applications?\b/i,
  ),
]
