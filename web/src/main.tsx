import { asking, askEarly } from './base/early'
import { present } from './base/address'
import { SessionDocument, sessionOf } from './base/scope'
import { firstQuestions } from './pages/overview/questions'
import './style.css'

// Every page asks for the session first, and the overview next for its figures: both are under way while the code that draws is read.
const session = asking(SessionDocument, {})
const asked = askEarly(SessionDocument, {}).then((answer) => {
  const known = present().path === '/' ? sessionOf(answer) : undefined
  const figures = known ? firstQuestions(known, present().params) : []
  for (const { document, variables } of figures) void askEarly(document, variables as never)
  return [session, ...figures]
}, () => [session])

void import('./draw').then(({ draw }) => draw(asked))
