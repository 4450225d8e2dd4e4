import { enhanceCouncilSearch } from './council-search.ts'
import { followProgress } from './progress.ts'
import { keepRelativeTimes } from './relative-time.ts'

/** Finds the islands of a page. Without this file every page works, only less quickly. */
const islands: Readonly<Record<string, (element: HTMLElement) => void>> = {
  'council-search': enhanceCouncilSearch,
  progress: followProgress,
  'bar-chart': (element) => {
    // The library is large and few pages have a chart: it is loaded where one stands.
    import('./bar-chart.ts')
      .then(({ drawBarChart }) => drawBarChart(element))
      .catch(() => undefined)
  },
}

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  islands[element.dataset.island ?? '']?.(element)
}
keepRelativeTimes()
