/** A table for everyone; islands/bar-chart.ts draws it where scripts run. */
export function MonthChart(props: {
  readonly months: readonly { readonly month: string; readonly count: number }[]
}) {
  return (
    <section aria-labelledby="months">
      <h2 id="months">Found by month</h2>
      <figure class="chart" data-island="bar-chart">
        <table>
          <caption>Items found, by month of the meeting</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Items</th>
            </tr>
          </thead>
          <tbody>
            {props.months.map(({ month, count }) => (
              <tr>
                <th scope="row">{month}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </section>
  )
}
