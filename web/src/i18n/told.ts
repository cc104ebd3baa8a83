import { terms } from '../gen/terms'
import { chinese, englishTerm, values } from './terms'

// What the server tells in Chinese only, from lists that it closes: titles of evidence, and the duties of a candidate's clocks.
// Conditions of a set-up are titled by their terms.
const english: Record<string, string> = {
  登记状态: 'Status', 领域: 'Domain', 控股情况: 'Control', 从业人员: 'Employees', 正式党员: 'Full members', 预备党员: 'Probationary members', 公办民办: 'Public or private',
  覆盖: 'Cover', 被承继单位: 'Predecessor', '双向进入、交叉任职': 'Cross-appointed leadership',
  最近走访: 'Last visit', '书记、董事长由一人担任': 'Secretary and chairman are one', 例外依据: 'Ground of the exception', 单位: 'Unit', 其余: 'Others', 组建方式: 'Set-up',
  党组织类别: 'Kind', 党组织性质: 'Nature', 成立日期: 'Founded', 上级党组织: 'Superior', 上级党组织撤销日期: 'Superior dissolved', 最近一次组织生活: 'Last activity', 本届起始: 'Term began',
  届满: 'Term ends', 最近一任书记: 'Last secretary', 书记任职条件: 'Secretary', 任职条件: 'Eligibility', 参加人员: 'Participants', 批复文号: 'Document', 批复日期: 'Approved', 联系单位: 'Unit in charge of',
  派人谈话: 'Talk with the applicant', 半年考察: 'Half-yearly review', 召开支部大会: 'Branch general meeting', 上级党委审批: 'Approval by the superior committee', 入党宣誓: 'Oath',
  支部大会讨论转正: 'General meeting on full membership', 审批转正: 'Approval of full membership', 认定为骨干: 'Recognition as backbone', 任职: 'Appointment',
}

// Sections of GB/T 4754-2017.
const sections: Record<string, string> = {
  A: 'Agriculture, forestry, animal husbandry and fishery', B: 'Mining', C: 'Manufacturing', D: 'Electricity, heat, gas and water', E: 'Construction', F: 'Wholesale and retail trade',
  G: 'Transport, storage and post', H: 'Accommodation and catering', I: 'Information transmission, software and IT services', J: 'Finance', K: 'Real estate', L: 'Leasing and business services',
  M: 'Scientific research and technical services', N: 'Water conservancy, environment and public facilities', O: 'Resident services, repair and other services', P: 'Education', Q: 'Health and social work',
  R: 'Culture, sports and entertainment', S: 'Public administration, social security and social organisations', T: 'International organisations',
}

// The codes of docs/errors.md for those who read Chinese: the server's own message is English and names the argument.
const faults: Record<string, string> = {
  INVALID: '查询条件有误，请按提示修改', NOT_FOUND: '查不到，或超出查看范围', CONFLICT: '数据已被他人修改，请刷新后再试', LIMIT: '超出上限，请缩小范围', UNAVAILABLE: '服务尚未就绪，请稍后再试',
  INTERNAL: '系统故障，请把请求编号告知管理员', BAD_REQUEST: '请求无法识别', WRONG_SUBJECT: '该指标的统计对象不同', UNAUTHENTICATED: '会话已失效，请重新登录',
}

/** What a code of an error means, in Chinese; '' for one that says all by its title. */
export function faultInChinese(code: string): string {
  return faults[code] ?? ''
}

/** The English of a text of the server's closed lists; the text itself where a newer server has one that is not known here. */
export function englishOf(text: string): string {
  const [, title = text, of = ''] = /^([^（]+)（(.+)）$/.exec(text) ?? []
  const condition = values('SetUpConditionCode').find((code) => chinese('SetUpConditionCode', code) === title)
  const told = english[title] ?? (condition && englishTerm(condition))
  return told ? told + (of && ` (${of})`) : text
}

/** The English name of the section that an industry's code begins with; '' for none. */
export function sectionOf(code: string): string {
  return sections[code.charAt(0)] ?? ''
}

const names = new Set(Object.values(terms).flatMap((of) => Object.keys(of)))

/** A text in which the schema's names of enum values stand, with words in their place. */
export function inWords(text: string): string {
  return text.replaceAll(/\b[A-Z][A-Z_]+\b/g, (name) => (names.has(name) ? englishTerm(name).toLowerCase() : name))
}
