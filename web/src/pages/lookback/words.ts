import { useLanguage } from '../../i18n'

const zh = {
  lookBack: '回头看', rules: '质量规则', rounds: '整改轮次', rule: '规则', subject: '统计对象', findings: '问题', free: '无问题占比', population: '应查', unknown: '未知', change: '比上年', back: '全部规则',
  heading: '{r}：{n} 个', dueHeading: '{r}：{a} 至 {b} 将出现 {n} 个', now: '现有问题', due30: '未来 30 天', due90: '未来 90 天', due365: '未来一年', window: '查看', what: '问题说明', mend: '整改办法', since: '起始', days: '{n} 天', inDays: '{n} 天后',
  name: '名称', region: '行政区划', ruleChange: '因口径或政策变更起算', trend: '无问题占比走势', byRegion: '分地区', memberHidden: '涉及党员数，当前角色无权查看',
  roundHeading: '整改轮次 {n} 个', code: '编号', title: '名称', asOf: '查找截止日', items: '问题', closed: '已销号', overdue: '逾期', closedRate: '销号率', opened: '开展', openedBy: '{p} 于 {d} 开展', noRounds: '还没有开展过。开展一轮会把所选范围当日的问题固定下来，逐项交办、反馈、核查、销号。',
  openRound: '开展一轮回头看', openHint: '把“{r}”截至 {d} 的问题固定下来', open: '开展', required: '必填', wholeScope: '全部范围', backToRounds: '全部轮次', byRule: '按规则', state: '状态', assignedTo: '责任党组织', dueOn: '整改期限', notAssigned: '未交办', overdueOnly: '只看逾期', all: '全部',
  act: '对所选事项', assign: '交办', answer: '反馈', close: '销号', reopen: '退回', assignTo: '责任党组织代码', note: '说明', send: '提交', done: '已处理 {n} 项', itemsHeading: '整改事项 {n} 项', stillFound: '问题仍在', mended: '问题已消除', chosen: '已选 {n} 项', closeRound: '结束本轮', roundClosed: '本轮已于 {d} 由 {p} 结束', roundGone: '查不到这一轮，或超出查看范围。', history: '经过', none: '没有问题', chooseSubject: '选定统计对象后可按其属性筛选', andMore: '另有 {n} 项',
} as const

const en: Record<LookBackWord, string> = {
  lookBack: 'Look-back', rules: 'Quality rules', rounds: 'Review rounds', rule: 'Rule', subject: 'Subject', findings: 'Findings', free: 'Share without a finding', population: 'Population', unknown: 'Unknown', change: 'Year on year', back: 'All rules',
  heading: '{r}: {n}', dueHeading: '{r}: {n} will appear from {a} to {b}', now: 'Present findings', due30: 'Next 30 days', due90: 'Next 90 days', due365: 'Next year', window: 'Show', what: 'What is wrong', mend: 'How to mend it', since: 'Since', days: '{n} days', inDays: 'in {n} days',
  name: 'Name', region: 'Region', ruleChange: 'begun by a change of rule or policy', trend: 'Share without a finding, over time', byRegion: 'By region', memberHidden: 'It tells of members; this role may not see it',
  roundHeading: '{n} review rounds', code: 'Code', title: 'Title', asOf: 'Findings as of', items: 'Items', closed: 'Closed', overdue: 'Overdue', closedRate: 'Closed share', opened: 'Opened', openedBy: 'opened by {p} on {d}', noRounds: 'None yet. A round freezes the findings of a scope on a date; each is then assigned, answered, checked and closed.',
  openRound: 'Open a review round', openHint: 'Freezes the findings of “{r}” as of {d}', open: 'Open', required: 'needed', wholeScope: 'whole scope', backToRounds: 'All rounds', byRule: 'By rule', state: 'State', assignedTo: 'Organisation in charge', dueOn: 'Due on', notAssigned: 'not assigned', overdueOnly: 'Overdue only', all: 'All',
  act: 'With the chosen items', assign: 'Assign', answer: 'Answer', close: 'Close', reopen: 'Reopen', assignTo: 'Code of the organisation', note: 'Note', send: 'Send', done: '{n} items changed', itemsHeading: '{n} items', stillFound: 'still found', mended: 'mended', chosen: '{n} chosen', closeRound: 'Close the round', roundClosed: 'Closed by {p} on {d}', roundGone: 'There is no such round, or it lies outside your scope.', history: 'What was done', none: 'No findings', chooseSubject: 'Choose a subject to narrow by what it has', andMore: 'and {n} more',
}

/** A word of the page Look-back. */
export type LookBackWord = keyof typeof zh

/** Gives the page's own words in the reader's language, with `{n}` and the like filled in. */
export function useLookBackWords(): (word: LookBackWord, values?: Record<string, string | number>) => string {
  const dictionary = useLanguage() === 'en' ? en : zh
  return (word, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), dictionary[word] as string)
}
