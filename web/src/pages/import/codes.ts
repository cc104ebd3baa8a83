// The closed list of docs/errors.md in Chinese: what is wrong, and how to mend it. The server's own message is English.
const chinese: Record<string, [wrong: string, mend: string]> = {
  UNREADABLE: ['文件打不开或已损坏', '在表格软件中打开后另存为 XLSX 或 CSV，再导入'],
  EMPTY_FILE: ['没有数据行', '首行为表头，从第二行起填写数据'],
  WRONG_FORMAT: ['内容与扩展名不符', '文本文件请改为 .csv，工作簿请重新另存为 XLSX'],
  OLD_FORMAT: ['旧格式或加密', '打开后另存为 XLSX 或 CSV，不设密码'],
  ENCODING: ['编码不是 UTF-8 或 GB 18030', '另存为“CSV UTF-8”'],
  UNKNOWN_KIND: ['认不出是哪种表', '首行须为表头，列名见模板'],
  AMBIGUOUS_KIND: ['符合多种表', '按模板补上这种表特有的列'],
  MISSING_COLUMN: ['缺少列', '按模板补上这一列'],
  UNKNOWN_COLUMN: ['此列不读取', '如有用处，按模板改列名；否则不必理会'],
  DUPLICATE_COLUMN: ['两列含义相同', '只留一列'],
  RAGGED_ROW: ['单元格数与表头不符', '检查这一行多出或缺少的分隔符'],
  QUOTE: ['引号不配对', '含逗号、引号的内容用成对的双引号括起'],
  FORMULA: ['公式没有保存结果', '在表格软件中打开并保存，或粘贴为数值'],
  CELL_ERROR: ['单元格是公式错误值', '改正公式，或填写数值'],
  REQUIRED: ['必填项为空', '请填写'],
  CREDIT_CODE: ['统一社会信用代码格式错误', '18 位数字和大写字母（不含 I、O、S、V、Z），请与登记机关核对'],
  CHECK_CHARACTER: ['统一社会信用代码校验位不符', '单位已按此代码处理，请与登记机关核对'],
  SCIENTIFIC: ['代码被电子表格改成了数字', '数位可能已丢失：把该列设为文本格式，按登记资料重新填写'],
  REGION_CODE: ['行政区划代码格式错误', '填 12 位统计用区划代码，或 6 位、9 位代码'],
  DATE: ['日期无法识别', '按 2026-06-30、2026/6/30、20260630 或 2026年6月30日 填写'],
  ENUM: ['不在可填的值中', '可填的值见模板的填写说明'],
  COUNT: ['不是非负整数', '填 0 或正整数；未报告的留空'],
  TEXT: ['文字过长或含无法保存的字符', '缩短，或删去特殊字符'],
  INDUSTRY: ['不是国民经济行业代码', '按 GB/T 4754-2017 填写门类字母或代码'],
  DUPLICATE_KEY: ['重复的代码', '每个代码只留一行'],
  OVERLAP: ['有效期重叠', '同一关系的前一行应在后一行开始时终止'],
  END_BEFORE_BEGIN: ['结束不晚于开始', '终止日期是不再有效的第一天，须晚于开始日期'],
  HOLDER: ['覆盖主体缺失或不止一个', '党组织、指导员、群团组织三者填一个'],
  CONTRADICTION: ['同一行自相矛盾', '核对这一行各列'],
  NOT_A_UNIT: ['个体工商户或村（居）委会，不是单位', '这一行不必导入'],
  UNKNOWN_REGION: ['没有这个行政区划', '核对代码，或先导入行政区划表'],
  UNKNOWN_ZONE: ['没有这个园区楼宇商圈', '核对代码，或先导入园区楼宇商圈表'],
  UNKNOWN_ORGANISATION: ['没有这个党组织', '核对代码，或先导入党组织表'],
  UNKNOWN_UNIT: ['没有这个单位', '核对代码，或先导入单位表'],
  UNKNOWN_INSTRUCTOR: ['没有这个党建指导员', '核对编号，或先导入党建指导员表'],
  UNKNOWN_MASS_ORGANISATION: ['没有这个群团组织', '核对代码，或先导入群团组织表'],
  UNKNOWN_CANDIDATE: ['没有这个培养对象', '核对编号，或先导入三向培养对象表'],
  BEFORE_BEGIN: ['早于成立日期', '核对日期与成立日期'],
  CYCLE: ['上级成环', '核对上级代码'],
  STEP: ['培养步骤缺少内容', '按模板说明补上这一步骤所需的列'],
  PENDING_TWICE: ['同一人同时有两个在培养的方向', '先办结或终止前一方向'],
  LEVEL: ['级别与代码不符', '核对级别与代码'],
  COVER_BEFORE_UNIT: ['覆盖早于单位成立', '已导入；请核对日期'],
  COVER_BEFORE_ORGANISATION: ['覆盖早于党组织成立', '已导入；请核对日期'],
  COVER_AFTER_ORGANISATION: ['覆盖晚于党组织撤销', '已导入；请核对日期'],
  SET_UP_MISSING: ['没有组建方式', '在覆盖关系或党组织中填写组建方式'],
  POST_TAKEN: ['同一党组织同一天有两名书记', '已导入；请核对任职起止日期'],
  NOT_STATE_OWNED: ['不是国有企业', '领导体制只对国有企业统计；请核对代码'],
  NOTHING_TO_VOID: ['要撤回的记录不存在', '核对这一行，或不必撤回'],
  OUT_OF_SCOPE: ['超出密钥的范围', '用范围内的数据，或换用相应范围的密钥'],
  NOT_APPLIED: ['所在批次未写入', '改正后再导入一次'],
}

/** What is wrong, in Chinese; the code itself where a newer server has one that this page does not know. */
export function chineseOf(code: string): string {
  return chinese[code]?.[0] ?? code
}

/** How to mend it, in Chinese; for a value that is not one of a list, the values that are, as the message names them. */
export function mendOf({ code, message }: { code: string; message: string }): string {
  const values = code === 'ENUM' ? [...message.matchAll(/([\u4e00-\u9fff（）、]+) \([A-Z_]+\)/g)].map(([, value]) => value) : []
  return values.length ? `可填：${values.join('、')}` : chinese[code]?.[1] ?? message
}
