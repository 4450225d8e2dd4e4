import type { Child } from 'hono/jsx'

/** A table that scrolls inside its own region, by keyboard too, where the screen is too narrow. */
export function WideTable(props: { readonly caption: string; readonly children?: Child }) {
  return (
    <section class="scroll" aria-label={props.caption} tabindex={0}>
      <table class="wide">
        <caption>{props.caption}</caption>
        {props.children}
      </table>
    </section>
  )
}
