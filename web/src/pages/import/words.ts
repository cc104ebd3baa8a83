import { useLanguage } from '../../i18n'

const zh = {
  choose: '选择文件', dropHere: '把 CSV 或 XLSX 文件拖到这里，或', several: '可一次选多个文件；先试导入，不改动任何数据。', chosen: '已选文件', remove: '移除 {n}',
  asOf: '变动自何日起', asOfHint: '文件没有写明时适用', correct: '更正：改正原先填报的内容，而不是自某日起变动', source: '来源', sourceHint: '登记系统名称；不填则为文件名',
  check: '试导入', apply: '正式导入', sending: '正在上传', cancel: '取消', checking: '正在试导入', applying: '正在导入', stage: '正在处理', rate: '{n} 行/秒', left: '约剩 {n} 秒',
  checked: '试导入完成，数据未改动', applied: '导入完成', failed: '导入失败', interrupted: '已取消', kept: '已写入的整批数据保留：{n} 行；可在“数据与导入”中查看。', nothingKept: '数据未改动',
  clean: '没有发现问题。', ready: '无误的行可以导入；有误的行不会写入，改好后可再导入一次。', chooseAgain: '要正式导入，请重新选择文件（刷新页面后文件不在浏览器中了）。',
  counts: '各文件的结果', total: '合计', file: '文件', kind: '表', rows: '行', new: '新增', changed: '变更', unchanged: '未变', skipped: '跳过', rejected: '有误', warned: '有提醒',
  problems: '问题与所在行', fileProblems: '整个文件的问题', line: '行号', column: '列', code: '问题', message: '说明', warning: '提醒', faultyCell: '有误', rowProblem: '整行', shown: '显示第 {a}–{b} 行，共 {n} 行有问题', leftOff: '问题太多，只列出前 {a} 项；还有 {n} 项未列出。',
  rowsLeftOff: '逐行单元格只保留前 {n} 行。', templates: '模板下载', templateHint: '单元格为文本格式，另附填写说明；中英文表头都能识别。', recent: '最近一小时的导入', seeData: '数据与导入', seeUnits: '单位名单', seeGaps: '缺口', gone: '找不到这次导入：只保留一小时。', again: '导入其他文件', dryRun: '试导入', real: '导入',
} as const

const en: Record<ImportWord, string> = {
  choose: 'Choose files', dropHere: 'Drop CSV or XLSX files here, or', several: 'Several files at once are fine. They are checked first; nothing is changed.', chosen: 'Chosen files', remove: 'Remove {n}',
  asOf: 'Changes hold from', asOfHint: 'where a file gives no date', correct: 'Correction: mend what was reported, in place of a change from a day on', source: 'Source', sourceHint: 'name of the register; the file names if empty',
  check: 'Check (dry run)', apply: 'Import', sending: 'Uploading', cancel: 'Cancel', checking: 'Checking', applying: 'Importing', stage: 'In hand', rate: '{n} rows/s', left: 'about {n} s left',
  checked: 'Checked; nothing was changed', applied: 'Imported', failed: 'The import failed', interrupted: 'Cancelled', kept: 'Whole batches that were written stay: {n} rows; see “Data and imports”.', nothingKept: 'Nothing was changed',
  clean: 'No problems were found.', ready: 'Good rows can be imported; faulty ones are not written and can be imported again once mended.', chooseAgain: 'To import, choose the files again (after a reload the browser does not hold them any more).',
  counts: 'What became of each file', total: 'Total', file: 'File', kind: 'Table', rows: 'Rows', new: 'New', changed: 'Changed', unchanged: 'Unchanged', skipped: 'Skipped', rejected: 'Rejected', warned: 'Warned',
  problems: 'Problems beside their rows', fileProblems: 'Problems of the whole file', line: 'Row', column: 'Column', code: 'Code', message: 'Message', warning: 'warning', faultyCell: 'faulty', rowProblem: 'whole row', shown: 'Rows {a}–{b} of {n} with problems', leftOff: 'There are too many problems: the first {a} are listed, {n} more are not.',
  rowsLeftOff: 'Cells are kept of the first {n} rows only.', templates: 'Templates', templateHint: 'Cells are text, with a sheet of notes; headers in Chinese and in English are read.', recent: 'Imports of the last hour', seeData: 'Data and imports', seeUnits: 'Units', seeGaps: 'Gaps', gone: 'There is no such import any more: they are kept for an hour.', again: 'Import other files', dryRun: 'Dry run', real: 'Import',
}

/** A word of the page Import. */
export type ImportWord = keyof typeof zh

/** Gives the page's own words in the reader's language, with `{n}` and the like filled in. */
export function useImportWords(): (word: ImportWord, values?: Record<string, string | number>) => string {
  const dictionary = useLanguage() === 'en' ? en : zh
  return (word, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), dictionary[word] as string)
}
