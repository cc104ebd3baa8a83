import type { ReactNode } from 'react'
import { elsewhere, useAddress } from '../../base/address'
import { count } from '../../base/format'
import { useAsk } from '../../base/query'
import { useAsOf } from '../../base/session'
import { graphql } from '../../gen'
import type { OrganisationQuery } from '../../gen/graphql'
import { useTerms, useWords } from '../../i18n'
import type { Word } from '../../i18n/zh'
import { Link } from '../../parts/link'
import { Answer, Nothing } from '../../parts/states'
import { FindingList } from '../../parts/finding-list'
import { Panel } from '../../parts/panel'
import { OrganisationLink } from '../list/cells'
import { ConditionTable } from './conditions'
import { Participants } from './participants'

const OrganisationDocument = graphql(`
  query Organisation($code: String!, $asOf: Date) {
    organisation(code: $code, asOf: $asOf) {
      code name kind nature region { name } parent { code name } setUps establishedOn dissolvedOn termBeganOn termEndsOn
      approvalDocument approvedOn host { code name } fullMembers probationaryMembers participatingFullMembers
      setUpConditions { setUp code state message found limit }
      findings { rule { key title titleEnglish } text textEnglish mend mendEnglish since days }
      participants { home { code name } fullMembers probationaryMembers validFrom validTo }
      units(first: 100) { totalCount nodes { creditCode name domain region { name } setUp } }
      children(first: 100) { totalCount nodes { code name kind } }
    }
  }
`)

type Organisation = NonNullable<OrganisationQuery['organisation']>

/** One organisation: its fields, the units that it covers, who takes part in it and what is under it. */
export default function OrganisationPage() {
  const word = useWords()
  const asOf = useAsOf()
  const code = useAddress().params.code ?? ''
  const asked = useAsk(OrganisationDocument, { code, asOf })
  return (
    <Answer of={asked} rows={12}>
      {({ organisation: of }) => !of ? <><h1>{code}</h1><Nothing hint={word('organisationNotFound')} /></> : (
        <>
          <div className="list-head"><h1>{of.name}</h1><code>{of.code}</code></div>
          <Panel title={word('fields')}><Fields of={of} /></Panel>
          {of.findings.length > 0 && <Panel title={word('lookBack')}><FindingList of={of.findings} /></Panel>}
          {of.setUpConditions.length > 0 && <Panel title={word('conditions')}><ConditionTable of={of.setUpConditions} /></Panel>}
          {of.participants.length > 0 && <Panel title={word('participants')}><Participants of={of.participants} /></Panel>}
          <Panel title={<>{word('coveredUnits')} {count(of.units.totalCount)}</>}><Units of={of.units} /></Panel>
          {of.children.totalCount > 0 && <Panel title={<>{word('children')} {count(of.children.totalCount)}</>}><Children of={of.children} /></Panel>}
        </>
      )}
    </Answer>
  )
}

function Fields({ of }: { of: Organisation }) {
  const word = useWords()
  const term = useTerms()
  const fields: [Word, ReactNode][] = [
    ['organisationKind', term('OrganisationKind', of.kind)],
    ['nature', term('OrganisationNature', of.nature)],
    ['setUps', of.setUps.map((setUp) => term('SetUp', setUp)).join(word('joiner'))],
    ['region', of.region?.name],
    ['parent', of.parent && <OrganisationLink of={of.parent} />],
    ['host', of.host && <OrganisationLink of={of.host} />],
    ['establishedOn', of.establishedOn],
    ['dissolvedOn', of.dissolvedOn],
    ['term', of.termBeganOn && <><Day of={of.termBeganOn} /> – <Day of={of.termEndsOn} /></>],
    ['approvalDocument', (of.approvalDocument || of.approvedOn) && <>{of.approvalDocument} <Day of={of.approvedOn} /></>],
    ['fullMembers', of.fullMembers == null ? null : count(of.fullMembers)],
    ['probationaryMembers', of.probationaryMembers == null ? null : count(of.probationaryMembers)],
    ['participatingFullMembers', of.participatingFullMembers == null ? null : count(of.participatingFullMembers)],
  ]
  return <dl className="fields">{fields.filter(([, value]) => value).map(([label, value]) => <div key={label}><dt>{word(label)}</dt><dd>{value}</dd></div>)}</dl>
}

function Units({ of }: { of: Organisation['units'] }) {
  const word = useWords()
  const term = useTerms()
  if (!of.totalCount) return <Nothing hint={word('noCoveredUnits')} />
  return (
    <ul className="columns">
      {of.nodes.map((unit) => <li key={unit.creditCode}><Link to={elsewhere(`/units/${unit.creditCode}`)}>{unit.name}</Link> <small>{term('Domain', unit.domain)} · {unit.region.name}</small></li>)}
      {of.totalCount > of.nodes.length && <li>+ {count(of.totalCount - of.nodes.length)}</li>}
    </ul>
  )
}

function Children({ of }: { of: Organisation['children'] }) {
  const term = useTerms()
  return (
    <ul className="columns">
      {of.nodes.map((child) => <li key={child.code}><OrganisationLink of={child} /> <small>{term('OrganisationKind', child.kind)}</small></li>)}
      {of.totalCount > of.nodes.length && <li>+ {count(of.totalCount - of.nodes.length)}</li>}
    </ul>
  )
}

/** A day that no line breaks at its hyphens. */
function Day({ of }: { of: string | null | undefined }) {
  return of ? <time className="whole">{of}</time> : null
}
