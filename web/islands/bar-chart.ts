import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

/** Draws the two columns of a figure's table. The table stays: it is what is read aloud. */
export function drawBarChart(figure: HTMLElement): void {
  const table = figure.querySelector('table')
  const rows = [...(table?.tBodies[0]?.rows ?? [])]
  if (!table || rows.length === 0) return
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const frame = document.createElement('div')
  frame.className = 'chart-frame'
  const canvas = document.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  frame.append(canvas)
  figure.prepend(frame)
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.cells[0]?.textContent ?? ''),
      datasets: [
        {
          data: rows.map((row) => Number(row.cells[1]?.textContent ?? 0)),
          backgroundColor: colour('--accent'),
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { grid: { display: false }, ticks: { color: colour('--quiet') } },
        y: {
          beginAtZero: true,
          grid: { color: colour('--line') },
          ticks: { color: colour('--quiet'), precision: 0 },
        },
      },
    },
  })
}
