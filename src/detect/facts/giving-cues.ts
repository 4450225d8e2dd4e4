import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Who gives and who asks, in words that stand before what is bought with it. */
export const givingCues: readonly Cue[] = [
  // Spent, whoever gave it: "approve expenditure of theft grant funds: a firm's software".
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|donat|gift|amend`,
      String.raw`|renew|hearing)\w*\b)[\s\S]{0,60}\b`,
      String.raw`(?:expenditure|expending|spending|use|usage) of (?:[\w$,.'\u2019-]+ ){0,8}`,
      String.raw`(?:grants?|JAG|SLESF|COPS|UASI)\b`,
      '(?: (?:program|funds?|funding|money|monies|proceeds)){0,2}',
      String.raw`(?: ?[:,(\u2013\u2014-]| (?:for|to|on)\b)`,
    ),
  ),
  // The own share is the council's money.
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:accept|appl(?:y|ying|ication)|recei(?:ve|pt)|submi`,
      String.raw`|ratif)\w*)[\s\S]{0,120}\b(?:(?:appropriat|transfer|mov|allocat`,
      String.raw`|commit)\w*\b[^;]{0,60}\b(?:as|for) (?:an? |the |its )?`,
      String.raw`(?:(?:local|city|county|town|required|cash|[\w'\u2019-]+['\u2019]s) ){0,3}match\b`,
      String.raw`|(?:appropriat|transfer|mov|allocat)\w*\b[^;]{0,120}\bto match (?:an? |the )?)`,
    ),
  ),
  // Accepted first, and bought behind it: "(1) acceptance and appropriation of $9,000 from the Bureau; (2) purchase".
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^\W*(?:(?:an? )?(?:resolution|ordinance|motion|order)\b\W{1,3}`,
      String.raw`(?:of the [\w ]{1,40} )?)?(?:to )?`,
      String.raw`(?:(?:authoriz|approv)\w*(?: the)?\W{1,3}(?:\(?[\da-z]\)\W{0,2})?)?(?:the )?`,
      '(?:accept(?:ing|ance)?|recei(?:ving|pt))(?: of)?',
      String.raw`(?:,? (?:and|&) (?:the )?(?:appropriat|expend|budget)\w*(?: of)?)? (?:up to )?`,
      String.raw`(?:the (?:amount|sum) of )?\$ ?[\d,.]+ from (?:the )?(?:[\w-]+ ){0,8}`,
      '(?:bureau|office|department|division|commission|foundation|agency|administration',
      String.raw`|authority|state|commonwealth)\b`,
    ),
  ),
  // "Accept two cameras for the crime center, given by neighbors".
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:quotes?|bids?|proposals?|contract|agreement|work|project|delivery`,
      String.raw`|warranty)\b)\W*(?:(?:an? )?(?:resolution|ordinance|motion|order)\b\W{1,3})?`,
      String.raw`(?:to )?accept(?:ing|ance of)? (?:the )?(?:[\w-]+ ){0,5}`,
      '(?:cameras?|drones?|readers?|robots?|scanners?|trailers?|units|devices',
      String.raw`|equipment)\b[\s\S]{0,160}\b(?:given|gave|gifted|donated|provided|paid for|offered`,
      String.raw`|purchased|bought|funded|at the request)\b`,
    ),
  ),
  // Asked of an agency that gives: "Application to the USDA for $29,500".
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:permit|variance|rezoning|license|search warrant)\b)\W*(?:(?:resolution|motion|order|approv\w*|authoriz\w*|submi\w*)\b[^.;]{0,30}?)?(?:an? |the )?applications? to (?:the )?[^;$]{2,80}\bfor (?:up to )?(?:\$|funds\b|funding\b|reimbursement\b|money\b|assistance\b)/i,
  ),
  // "Resolution of support for application: theft prevention authority".
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:permit|variance|rezoning|conditional use)\b)\W*(?:(?:an? )?(?:resolution|letter|motion)\b\W{0,3}(?:of |in )?)?support(?:ing)?\b[^;$]{0,40}\b(?:applications?|applying|submission|submittal)\b/i,
  ),
  // "Police Foundation to donate a drone"; what a city itself gives away is no gift to it.
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:surplus|purchas|sale)\w*)[^;$]{0,60}\b`,
      '(?:foundation|association|club|auxiliary|rotary|lions|corporation|company|bank',
      String.raw`|walmart|target|friends of [\w ]{2,30}|inc\.?|LLC|residents?|family`,
      '|business(?:es)?) (?:to donate|will donate|has donated|donat(?:es|ed|ing)|gives',
      String.raw`|to give|offers to donate)\b|\(donated\)|^[^;$]{0,80}\bdonated (?:by|from)\b`,
    ),
  ),
  // A paper that the giver asks for: "memorandum with an alliance for safety grant funds".
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed|lease`,
      '|contract with|software|installation|using|utilizing|procure',
      String.raw`|acqui)\w*)[\s\S]{0,120}\b(?:memorand(?:um|a)|MOUs?|MOAs?|inter-?local`,
      String.raw`|letter agreement|cooperative agreement)\b[^;]{0,160}\b`,
      String.raw`(?:for|as part of|under|regarding|administ\w+|to receive|from) `,
      String.raw`(?:[\w'\u2019-]+ ){0,12}grants? (?:funds?|funding|money|monies|award`,
      String.raw`|application)\b`,
    ),
  ),
  // "Amend the budget to recognize $88,000 from the Attorney General".
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:insurance|sale|fund balance|surplus|fines?|fees?|forfeit\w*`,
      String.raw`|contract|agreement|purchas\w*)\b)[\s\S]{0,120}\b`,
      String.raw`(?:recogniz|recognis)\w* (?:and appropriat\w+ )?\$ ?[\d,.]+ (?:in |of )?`,
      String.raw`(?:[\w-]+ ){0,4}?(?:from|of) (?:the )?(?:[\w'\u2019-]+ ){0,4}`,
      '(?:attorney general|office|department|state|bureau|division|foundation|authority',
      String.raw`|agency|governor|commission|administration|DOJ|FEMA)\b`,
    ),
  ),
  // "Appropriations for in-car video made possible through a safety office grant".
  cue(
    'grant',
    'accept-grant',
    /\bincreas\w* (?:the )?(?:estimated )?(?:revenues?|appropriations?)\b[\s\S]{0,200}\b(?:made possible|provided|funded|awarded) (?:by|through|from|under) (?:an? |the )?(?:[\w-]+ ){0,8}(?:grants?|foundation|donations?)\b/i,
  ),
]
