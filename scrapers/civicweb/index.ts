import { firstOf, onHost, onPath } from '../address-shapes.ts'
import { civicWebScraper } from './scraper.ts'

const find = firstOf(
  onHost(/^([\w-]+)\.civicweb\.net$/, '/Portal/'),
  onHost(/^([\w-]+)\.community\.highbond\.com$/, '/Portal/'),
  onPath(/^\/Portal\/Meeting(?:Information|TypeList|Schedule)\.aspx$/i, '/Portal/'),
)

export const civicweb = civicWebScraper('civicweb', 'CivicWeb / iCompass', (url) => {
  const found = find(url)
  return found && { platform: 'civicweb', options: {}, ...found }
})
