interface Problem {
  path: string
  code: string
  message: string
  warning: boolean
}

/** Why an act was refused, or remarks on one that was done, in the server's words. */
export function Problems({ of }: { of: Problem[] | undefined }) {
  if (!of?.length) return null
  return <ul role="alert" className="problems">{of.map(({ path, code, message, warning }) => <li key={path + code} className={warning ? 'warn-text' : 'bad-text'}>{message} <small>{path} · {code}</small></li>)}</ul>
}
