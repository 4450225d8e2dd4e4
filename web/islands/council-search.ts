interface Proposal {
  readonly name: string
  readonly type: string
  readonly population: number | null
  readonly isReadable: boolean
}

const waitMs = 150

/**
 * Makes the search field a combobox with a listbox, after the pattern of the ARIA guide: focus stays
 * in the field, arrows move, Enter takes, Escape closes. Without a chosen proposal the form sends
 * what was typed, as it does without scripts.
 */
export function enhanceCouncilSearch(form: HTMLElement): void {
  const found = form.querySelector<HTMLInputElement>('input[name="q"]')
  if (!(form instanceof HTMLFormElement) || !found) return
  const target: HTMLFormElement = form
  const input: HTMLInputElement = found
  const list = document.createElement('ul')
  list.id = `${input.id}-proposals`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Places')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  const box = document.createElement('div')
  box.className = 'combobox'
  const hadFocus = document.activeElement === input
  input.replaceWith(box)
  box.append(input, list)
  form.append(status)
  if (hadFocus) input.focus()
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)

  let proposals: readonly Proposal[] = []
  let chosen = -1
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  function close(): void {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  function choose(at: number): void {
    chosen = at
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(index === at))
      if (index === at) {
        input.setAttribute('aria-activedescendant', option.id)
        option.scrollIntoView({ block: 'nearest' })
      }
    }
    if (at < 0) input.removeAttribute('aria-activedescendant')
  }

  function take(at: number): void {
    const proposal = proposals[at]
    if (!proposal) return
    input.value = proposal.name
    close()
    target.requestSubmit()
  }

  function optionOf(proposal: Proposal, at: number): HTMLLIElement {
    const option = document.createElement('li')
    option.id = `${list.id}-${at}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    const name = document.createElement('span')
    name.textContent = proposal.name
    const note = document.createElement('span')
    note.className = 'quiet'
    const people = proposal.population?.toLocaleString('en-US')
    note.textContent = [
      proposal.type === 'school' ? 'school board' : proposal.type,
      people && `${people} people`,
      proposal.isReadable ? '' : 'not readable yet',
    ]
      .filter((words) => words)
      .join(', ')
    option.append(name, note)
    // Before the field loses focus, which would close the list.
    option.addEventListener('mousedown', (event) => event.preventDefault())
    option.addEventListener('click', () => take(at))
    return option
  }

  async function propose(typed: string): Promise<void> {
    asked += 1
    const mine = asked
    const response = await fetch(`/api/directory?q=${encodeURIComponent(typed)}`)
    if (!response.ok || mine !== asked) return
    proposals = ((await response.json()) as { places: readonly Proposal[] }).places
    if (mine !== asked || document.activeElement !== input) return
    list.replaceChildren(...proposals.map(optionOf))
    list.hidden = proposals.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    choose(-1)
    status.textContent =
      proposals.length === 0 ? 'No place proposed' : `${proposals.length} places proposed`
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    const typed = input.value.trim()
    // An address is recognised by the server, not by the list of places.
    if (typed.length < 2 || typed.includes('://')) {
      asked += 1
      close()
      return
    }
    timer = setTimeout(() => {
      propose(typed).catch(close)
    }, waitMs)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      take(chosen)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const places = proposals.length + 1
      // One place of the round is the field itself.
      choose(((chosen + 1 + step + places) % places) - 1)
    }
  })
  input.addEventListener('blur', close)
}
