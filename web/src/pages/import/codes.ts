// The closed list of docs/errors.md in Chinese; the English reader has the message itself.
const chinese: Record<string, string> = {
  UNREADABLE: '文件打不开或已损坏', EMPTY_FILE: '没有数据行', WRONG_FORMAT: '内容与扩展名不符', OLD_FORMAT: '旧格式或加密，请另存为 XLSX 或 CSV', ENCODING: '编码不是 UTF-8 或 GB 18030',
  UNKNOWN_KIND: '认不出是哪种表', AMBIGUOUS_KIND: '符合多种表', MISSING_COLUMN: '缺少列', UNKNOWN_COLUMN: '此列不读取', DUPLICATE_COLUMN: '两列含义相同',
  RAGGED_ROW: '单元格数与表头不符', QUOTE: '引号不配对', FORMULA: '公式没有保存结果', CELL_ERROR: '单元格是公式错误值', REQUIRED: '必填项为空', CREDIT_CODE: '统一社会信用代码格式错误',
  CHECK_CHARACTER: '统一社会信用代码校验位不符', SCIENTIFIC: '代码被电子表格改成了数字', REGION_CODE: '行政区划代码格式错误', DATE: '日期无法识别', ENUM: '不在可填的值中',
  COUNT: '不是非负整数', TEXT: '文字过长或含无法保存的字符', INDUSTRY: '不是国民经济行业代码', DUPLICATE_KEY: '重复的代码', OVERLAP: '有效期重叠', END_BEFORE_BEGIN: '结束不晚于开始',
  HOLDER: '覆盖主体缺失或不止一个', CONTRADICTION: '同一行自相矛盾', NOT_A_UNIT: '个体工商户或村（居）委会，不是单位', UNKNOWN_REGION: '没有这个行政区划', UNKNOWN_ZONE: '没有这个园区楼宇商圈',
  UNKNOWN_ORGANISATION: '没有这个党组织', UNKNOWN_UNIT: '没有这个单位', UNKNOWN_INSTRUCTOR: '没有这个党建指导员', UNKNOWN_MASS_ORGANISATION: '没有这个群团组织', UNKNOWN_CANDIDATE: '没有这个培养对象',
  BEFORE_BEGIN: '早于成立日期', CYCLE: '上级成环', STEP: '培养步骤缺少内容', LEVEL: '级别与代码不符', COVER_BEFORE_UNIT: '覆盖早于单位成立', COVER_BEFORE_ORGANISATION: '覆盖早于党组织成立',
  COVER_AFTER_ORGANISATION: '覆盖晚于党组织撤销', SET_UP_MISSING: '没有组建方式', NOTHING_TO_VOID: '要撤回的记录不存在', NOT_APPLIED: '所在批次未写入',
}

/** The Chinese of a problem's code; the code itself where a newer server has one that this page does not know. */
export function chineseOf(code: string): string {
  return chinese[code] ?? code
}
