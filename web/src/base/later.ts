import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

// However long the figures take, the rest of the page does not wait longer than this, in milliseconds.
const patience = 1500

let open: () => void
const drawn = new Promise<void>((resolve) => {
  open = resolve
  setTimeout(resolve, patience)
})

/** Tells that the page has its first answer; what waits behind the figures is loaded once the browser has painted them. */
export function figuresDrawn(): void {
  requestAnimationFrame(() => setTimeout(open))
}

/** A part that is not a figure: its code is fetched and run behind the first figures, so that they do not wait for it. */
export function later<P>(load: () => Promise<{ default: ComponentType<P> }>): LazyExoticComponent<ComponentType<P>> {
  return lazy(() => drawn.then(load))
}
