import { client, question } from './base/query'
import { SessionDocument } from './base/session'
import './style.css'

// Every page asks this first: it is under way before the rest of the explorer is read.
void client.prefetchQuery(question(SessionDocument, {}))

void import('./draw')
