import { firstOf, onHost } from '../address-shapes.ts'
import { civicWebScraper } from '../civicweb/scraper.ts'

const find = firstOf(
  onHost(/^([\w-]+)\.diligent\.community$/, '/Portal/'),
  onHost(/^([\w-]+)\.community\.diligentoneplatform\.com$/, '/Portal/'),
  onHost(/^([\w-]+)\.diligent\.com$/, '/'),
)

export const diligent = civicWebScraper('diligent', 'Diligent Community', (url) => {
  const found = find(url)
  return found && { platform: 'diligent', options: {}, ...found }
})
