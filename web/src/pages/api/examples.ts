import { addMonths, type Day } from '../../base/dates'

interface Example {
  title: string
  titleEnglish: string
  query: string
  variables?: string
}

/** Ready questions of a day: from one figure to the list behind it. */
export function examplesOf(day: Day): [Example, ...Example[]] {
  const yearAgo = addMonths(day, -12)
  return [
  {
    title: '覆盖率',
    titleEnglish: 'A rate by domain',
    query: `# 各领域的两个覆盖率：分子 / 分母、缺口，以及与一年前相比
# Two coverages by domain: numerator / denominator, gap, and the change against a year ago
query Rates($yearAgo: Date!) {
  coverage(groupBy: [DOMAIN]) {
    asOf
    dataVersion
    rows {
      domainName
      share(of: "TWO_COVERAGES", compareTo: $yearAgo) {
        numerator
        denominator
        gap
        unknown
        exempt
        rate
        compare { asOf rate change }
      }
    }
  }
}
`,
    variables: `{ "yearAgo": "${yearAgo}" }`,
  },
  {
    title: '缺口名单',
    titleEnglish: 'The gaps behind it',
    query: `# 应建未建的单位：原因、起始日期、下一步
# Units that are due and not established: reasons, since when, next steps
{
  gaps(indicator: "DUE_ESTABLISHMENT", first: 20, orderBy: [{ by: SINCE }]) {
    totalCount
    nodes {
      unit { creditCode name region { name } }
      reasons { code message }
      nextSteps { step message }
      since
      days
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    title: '36 个月走势',
    titleEnglish: 'A series',
    query: `# 组织覆盖率按月：每月最后一天的存量
# Organisation coverage by month: the stock on the last day of each
query Series($periods: Periods!) {
  coverage(groupBy: [PERIOD], periods: $periods) {
    rows { period provisional share(of: "ORGANISATION_COVERAGE") { rate numerator denominator definitionChanged } }
  }
}
`,
    variables: `{ "periods": { "from": "${addMonths(day, -36).slice(0, 7)}", "to": "${addMonths(day, -1).slice(0, 7)}", "grain": "MONTH" } }`,
  },
  {
    title: '变动',
    titleEnglish: 'What moved it',
    query: `# 两个日期之间，哪些单位使指标变动
# What moved an indicator between two dates
{
  movement(indicator: "TWO_COVERAGES", from: "${yearAgo}", to: "${day}", groupBy: [DOMAIN]) {
    rows { group { domainName } numeratorFrom gained lost enteredMet leftMet numeratorTo }
    total { numeratorFrom gained lost enteredMet leftMet numeratorTo }
  }
}
`,
  },
  {
    title: '一个单位',
    titleEnglish: 'One unit',
    query: `# 名单中的第一个单位：为什么达到或未达到
# The first unit of the list: why each indicator is met or not
{
  units(first: 1) {
    nodes {
      creditCode
      name
      covers { kind setUp validFrom validTo inForce organisation { name } }
      why { indicator { title } result rule reasons { message } nextSteps { message } }
    }
  }
}
`,
  },
]
}
