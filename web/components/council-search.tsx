/**
 * Search for a council to watch. A plain GET form; the island makes the field a combobox that
 * proposes places while one types.
 */
export function CouncilSearch(props: { readonly typed: string; readonly isFirst?: boolean }) {
  return (
    <search>
      <form class="council-search" action="/add" method="get" data-island="council-search">
        <label for="council">Place, county or state, or the address of an agenda portal</label>
        <div class="row">
          <input
            id="council"
            name="q"
            type="search"
            required
            maxlength={500}
            autocomplete="off"
            spellcheck={false}
            value={props.typed}
            autofocus={props.isFirst}
            aria-describedby="council-hint"
          />
          <button type="submit">Search</button>
        </div>
        <p id="council-hint" class="hint">
          For example “Oakland”, “King County WA”, “Ohio”, or
          https://example.legistar.com/Calendar.aspx
        </p>
      </form>
    </search>
  )
}
