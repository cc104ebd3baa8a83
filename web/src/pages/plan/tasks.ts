import type { Cell } from '../../base/csv'
import type { Language, useTerms } from '../../i18n'
import type { Proposal } from './query'

/** What every file says of itself. */
export interface Stamp {
  asOf: string
  dataVersion: string
  secrecy: string
  label: string
}

const columns: [chinese: string, english: string][] = [
  ['任务序号', 'task'], ['步骤代码', 'step_code'], ['步骤', 'step'], ['统一社会信用代码', 'credit_code'], ['单位名称', 'name'], ['领域代码', 'domain_code'], ['领域', 'domain'],
  ['行政区划代码', 'region_code'], ['行政区划', 'region'], ['涉及单位数', 'units'], ['联合依据', 'basis'], ['依托党组织代码', 'host_code'], ['依托党组织', 'host'],
  ['指导员编号', 'instructor_code'], ['指导员', 'instructor'], ['正式党员合计', 'full_members'], ['方案说明', 'proposal'], ['责任人', 'responsible'], ['完成期限', 'due_on'], ['完成情况', 'done'],
  ['截至', 'as_of'], ['数据版本', 'data_version'], ['密级', 'secrecy'], ['数据说明', 'data_label'],
]

/** The headings of a task list; the same for an empty one. */
export function headings(language: Language): string[] {
  return columns.map(([chinese, english]) => (language === 'zh' ? chinese : english))
}

/** A line for each unit of each proposal: units that join share the number of their task. Who, until when and whether done is left to fill in. */
export function taskRows(proposals: Proposal[], { asOf, dataVersion, secrecy, label }: Stamp, term: ReturnType<typeof useTerms>): Cell[][] {
  return proposals.flatMap((of, index) =>
    of.units.map((unit) => [
      index + 1, of.step, term('NextStep', of.step), unit.creditCode, unit.name, unit.domain, term('Domain', unit.domain),
      unit.region.code, unit.region.name, of.unitCount, term('PlanBasis', of.basis), of.host?.code, of.host?.name,
      of.instructor?.code, of.instructor?.name, of.fullMembers, of.message, '', '', '', asOf, dataVersion, secrecy, label,
    ]))
}
