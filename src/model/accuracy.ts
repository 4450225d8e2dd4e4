/** Counts and what follows from them; a share of nothing is `null`. */
export interface Figures {
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

/** Of so many positives with a label, those that the detector labels alike. */
export interface Agreement {
  readonly stated: number
  readonly right: number
  readonly share: number | null
}

/** The same of the positives that a label gives one role. */
export interface RoleAgreement extends Agreement {
  readonly role: string
}

/** Sums of positives beside those of their labels. */
export interface AmountAgreement {
  /** Positives with a sum in the label. */
  readonly stated: number
  readonly exact: number
  /** Positives without one for which the detector gave one. */
  readonly invented: number
  readonly exactShare: number | null
}

/** From 2.5 to 97.5 % of the resamples. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Scores of one tenth of the scale, and how often they were right. */
export interface CalibrationBin {
  readonly from: number
  readonly items: number
  readonly meanScore: number
  readonly shareRelevant: number
}

export interface Calibration {
  /** Mean distance between score and share of relevant items, by bins, weighted by their items. */
  readonly expectedError: number
  readonly bins: readonly CalibrationBin[]
}

/** Relevance without something that detection uses, to see what it is worth. */
export interface Ablation {
  readonly name: string
  readonly relevance: Figures
}

/** Sums and roles with, without or by other models, to see what those are worth. */
export interface ModelAblation {
  readonly name: string
  readonly amounts: AmountAgreement
  readonly roles: Agreement
}

/** What a set of items shows of all that detection says of them. */
export interface Measured {
  readonly items: number
  readonly positives: number
  readonly relevance: Figures
  readonly technologies: Figures
  readonly vendors: Figures
  readonly amounts: AmountAgreement
  /** Of those sums the ones that title or text print; others have to be added up. */
  readonly printedAmounts: Agreement
  readonly roles: Agreement
  /** Each role by itself, those with most items first. */
  readonly byRole: readonly RoleAgreement[]
  /** Mean distance between score and share of relevant items; `null` where no item shows a sign. */
  readonly calibrationError: number | null
}

/** Items that had no part in choosing words, rules and weights. */
export interface KeptAside {
  readonly places: number
  readonly whole: Measured
  /** Without items that a second reader might judge otherwise. */
  readonly strict: Measured
  readonly baseline: Figures
  /** Of `whole`: as shipped, and by rules alone. */
  readonly models: readonly ModelAblation[]
  /** Of `whole`, by drawing places again. */
  readonly intervals: Readonly<Record<string, Interval>>
}

/** What is published of a release's accuracy: on `/accuracy` and in docs/accuracy.md. */
export interface Accuracy {
  readonly version: string
  readonly items: number
  readonly positives: number
  readonly doubtful: number
  readonly places: number
  readonly keptAside: KeptAside
  readonly relevance: Figures
  readonly strictRelevance: Figures
  readonly titlesOnly: Figures
  readonly baseline: Figures
  /** Each place by weights learned from the others. */
  readonly crossValidated: Figures
  readonly crossCalibration: Calibration | null
  readonly ablations: readonly Ablation[]
  readonly models: readonly ModelAblation[]
  /** So many invented and retold items teach the model beside the measured ones. */
  readonly lessons: number
  /** Of items drawn at random: so many that are none are shown as found, per 2,000. */
  readonly falseFindsPer2000: number | null
  readonly technologies: Figures
  readonly vendors: Figures
  readonly amounts: AmountAgreement
  readonly roles: Agreement
  readonly actions: Agreement
  readonly calibration: Calibration | null
  readonly intervals: Readonly<Record<string, Interval>>
  readonly technology: Readonly<Record<string, Figures>>
  /** Places with positives, the most first. */
  readonly byPlace: readonly { readonly place: string; readonly relevance: Figures }[]
}
