/** A sentence in a row of a list: what does not fit is in the hint. */
export function Sentence({ text }: { text: string }) {
  return <div className="plan-text" title={text}>{text}</div>
}
