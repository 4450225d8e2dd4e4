/** The hundred largest cities by the census of 2020, the largest first. */
export const largestCities =
  `New York NY, Los Angeles CA, Chicago IL, Houston TX, Phoenix AZ, Philadelphia PA, San Antonio TX,
San Diego CA, Dallas TX, San Jose CA, Austin TX, Jacksonville FL, Fort Worth TX, Columbus OH,
Indianapolis IN, Charlotte NC, San Francisco CA, Seattle WA, Denver CO, Washington DC, Nashville TN,
Oklahoma City OK, El Paso TX, Boston MA, Portland OR, Las Vegas NV, Detroit MI, Memphis TN,
Louisville KY, Baltimore MD, Milwaukee WI, Albuquerque NM, Tucson AZ, Fresno CA, Sacramento CA,
Kansas City MO, Mesa AZ, Atlanta GA, Omaha NE, Colorado Springs CO, Raleigh NC, Long Beach CA,
Virginia Beach VA, Miami FL, Oakland CA, Minneapolis MN, Tulsa OK, Bakersfield CA, Wichita KS,
Arlington TX, Aurora CO, Tampa FL, New Orleans LA, Cleveland OH, Honolulu HI, Anaheim CA,
Lexington KY, Stockton CA, Corpus Christi TX, Henderson NV, Riverside CA, Newark NJ, St. Paul MN,
Santa Ana CA, Cincinnati OH, Irvine CA, Orlando FL, Pittsburgh PA, St. Louis MO, Greensboro NC,
Jersey City NJ, Anchorage AK, Lincoln NE, Plano TX, Durham NC, Buffalo NY, Chandler AZ,
Chula Vista CA, Toledo OH, Madison WI, Gilbert AZ, Reno NV, Fort Wayne IN, North Las Vegas NV,
St. Petersburg FL, Lubbock TX, Irving TX, Laredo TX, Winston-Salem NC, Chesapeake VA, Glendale AZ,
Garland TX, Scottsdale AZ, Norfolk VA, Boise ID, Fremont CA, Spokane WA, Santa Clarita CA,
Baton Rouge LA, Richmond VA`
    .split(/,\s+/)
    .map((city) => ({ name: city.slice(0, -3), state: city.slice(-2) }))

/** Cities whose government carries another name in the directory. */
export const otherNames: Readonly<Record<string, string>> = {
  Louisville: 'Louisville/Jefferson County',
  Lexington: 'Lexington-Fayette',
  Honolulu: 'Honolulu County',
}

/** Where those publish that the directory has no row of, as far as it is known. */
export const withoutRow: Readonly<Record<string, string>> = {}

/** What is to be told beside a row: why it may not be read, or on what it stands. */
export const remarks: Readonly<Record<string, string>> = {
  Omaha: 'posts with their day and a file, by public code; the site refuses programs',
  'Virginia Beach': 'links to “Brief Agenda” files, by public code of some years ago',
  Aurora:
    'the page tells by a stored copy that agendas, packets, minutes and vote sheets stand on it; its script lists them',
  'Fort Wayne':
    'named “Public Meeting Agendas” in one list of public code; a CivicPlus site, whose usual place is /AgendaCenter: that is inferred',
  'Santa Clarita':
    'agendas, reports and minutes of 2000 to 2020 stand there by public search results; newer ones were not seen',
  Minneapolis: 'behind a check for robots',
  Spokane:
    'named in one list of public code; that dated files stand there is a reading of its name',
}
