export const terms = {
  "AboveScale": {
    "NO": "规模以下",
    "NONE": "不适用",
    "UNKNOWN": "未报告",
    "YES": "规模以上"
  },
  "BlockedBy": {
    "APPROVAL": "未记录审批",
    "BRANCH_DECISION": "支部大会未讨论",
    "MASKED": "已隐藏",
    "PLAN_DATE_MISSING": "未定计划日期",
    "POLITICAL_REVIEW_NOT_RECORDED": "未记录政治审查",
    "PRELIMINARY_REVIEW": "未记录预审",
    "PUBLIC_NOTICE": "未记录公示",
    "REVIEW": "未记录考察",
    "TALK": "未记录谈话",
    "TRAINING": "未记录培训"
  },
  "CandidateOrderBy": {
    "CODE": "编号",
    "DUE_ON": "办理期限",
    "OVERDUE_DAYS": "逾期天数",
    "STAGE_SINCE": "进入阶段日期"
  },
  "Control": {
    "COLLECTIVE": "集体控股",
    "FOREIGN": "外商控股",
    "HK_MACAO_TAIWAN": "港澳台商控股",
    "PRIVATE": "私人控股",
    "STATE": "国有控股",
    "UNKNOWN": "未报告"
  },
  "CoverKind": {
    "ORGANISATION": "组织覆盖",
    "WORK": "工作覆盖"
  },
  "Dimension": {
    "ABOVE_SCALE": "规模以上",
    "CONTROL": "控股情况",
    "DOMAIN": "领域",
    "EMPLOYEE_BAND": "从业人员分组",
    "ESTABLISHMENT": "建立情况",
    "GAP_AGE": "缺口时长",
    "INDUSTRY": "行业门类",
    "KIND": "单位类型",
    "OPERATION": "运营情况",
    "PERIOD": "期间",
    "PUBLIC_OR_PRIVATE": "公办民办",
    "REGION": "行政区划",
    "SET_UP": "组建方式",
    "SIZE": "企业规模",
    "SUBORDINATION": "隶属关系",
    "WORK_MEANS": "工作覆盖方式",
    "ZONE": "园区"
  },
  "Direction": {
    "BACKBONE_TO_MANAGEMENT": "党员骨干培养成管理人员",
    "BACKBONE_TO_MEMBER": "骨干教师培养成党员",
    "MASKED": "已隐藏",
    "MEMBER_TO_BACKBONE": "党员教师培养成骨干"
  },
  "Domain": {
    "NON_PUBLIC_ENTERPRISE": "非公有制企业",
    "ORGAN": "机关",
    "SCHOOL": "学校",
    "SOCIAL_ORGANISATION": "社会组织",
    "STATE_OWNED_ENTERPRISE": "国有企业"
  },
  "EmployeeBand": {
    "FROM_50_TO_99": "50至99人",
    "FROM_100": "100人及以上",
    "UNDER_50": "50人以下",
    "UNKNOWN": "未报告"
  },
  "EndReason": {
    "DISSOLVED": "党组织撤销",
    "MERGED": "合并",
    "MOVED": "单位迁出",
    "OTHER": "其他",
    "REPLACED": "改为其他方式",
    "SERVICE_ENDED": "任期结束",
    "UNIT_CLOSED": "单位关闭"
  },
  "Establishment": {
    "JOINT": "联合建立党支部",
    "NONE": "不纳入",
    "NOT_ESTABLISHED": "未建立",
    "NOT_ESTABLISHED_DUE": "应建尚未建立",
    "NOT_ESTABLISHED_FEW": "仅有个别党员",
    "NOT_ESTABLISHED_NONE": "没有党员",
    "NOT_ESTABLISHED_NOT_REPORTED": "人数未报",
    "OWN_BRANCH": "单独建立党支部",
    "OWN_COMMITTEE": "单独建立党委",
    "OWN_GENERAL_BRANCH": "单独建立党总支"
  },
  "GapAge": {
    "FROM_91_TO_365_DAYS": "91至365天",
    "NONE": "非缺口",
    "OVER_365_DAYS": "365天以上",
    "UP_TO_90_DAYS": "90天以内"
  },
  "GapReasonCode": {
    "COVER_ENDED": "覆盖已终止",
    "COVER_NOT_COUNTED": "覆盖不计入",
    "DUE_NOT_ESTABLISHED": "应建未建",
    "MEMBERS_BELOW_THRESHOLD": "党员不足三名",
    "MEMBERS_NOT_REPORTED": "人数未报",
    "NOT_ESTABLISHED": "未建立",
    "NO_MEMBERS": "没有党员"
  },
  "Grain": {
    "HALF_YEAR": "半年",
    "MONTH": "月",
    "QUARTER": "季",
    "YEAR": "年"
  },
  "ImportState": {
    "DONE": "已完成",
    "FAILED": "失败",
    "INTERRUPTED": "中断",
    "RUNNING": "进行中",
    "UNDONE": "已撤销"
  },
  "InstructorRole": {
    "INSTRUCTOR": "党建指导员",
    "LIAISON": "党建联络员"
  },
  "JointBasis": {
    "REGION": "按区域联合",
    "TRADE": "按行业联合",
    "UNIT": "按单位联合"
  },
  "MassOrganisationKind": {
    "TRADE_UNION": "工会",
    "WOMENS_FEDERATION": "妇联",
    "YOUTH_LEAGUE": "共青团"
  },
  "Measure": {
    "DENOMINATOR": "分母",
    "EXEMPT": "不纳入",
    "GAP": "缺口",
    "NOT_APPLICABLE": "不适用",
    "NUMERATOR": "分子",
    "RATE": "比率",
    "SHORTFALL": "差额",
    "UNKNOWN": "未知"
  },
  "MemberFigures": {
    "FORBIDDEN": "无权查看",
    "SHOWN": "显示"
  },
  "MovementTerm": {
    "ENTERED_MET": "新进入且达到",
    "ENTERED_UNMET": "新进入未达到",
    "GAINED": "新增达到",
    "LEFT_MET": "退出前达到",
    "LEFT_UNMET": "退出前未达到",
    "LOST": "由达到变为未达到"
  },
  "NextStep": {
    "AFFILIATE": "挂靠组建",
    "COMBINED": "成立兼合式党组织",
    "ESTABLISH": "建立党组织",
    "INSTRUCTOR": "选派党建指导员",
    "JOIN": "联合组建",
    "REPORT_MEMBERS": "补报党员人数",
    "SEND_IN_MEMBERS": "选派党员",
    "STAND_ALONE": "单独组建",
    "UNION_OR_LEAGUE": "建立工会或共青团"
  },
  "Operation": {
    "DEREGISTERED": "注销",
    "GRACE": "新设立",
    "NOT_OPERATING": "未实际运营",
    "OPERATING": "实体运营",
    "REVOKED": "吊销",
    "SUSPENDED": "停业"
  },
  "OrganisationKind": {
    "BRANCH": "党支部",
    "COMMITTEE": "党委",
    "GENERAL_BRANCH": "党总支",
    "WORKING_COMMITTEE": "党工委"
  },
  "OrganisationNature": {
    "FUNCTIONAL": "功能型",
    "MOBILE": "流动",
    "REGULAR": "常设",
    "TEMPORARY": "临时"
  },
  "OrganisationOrderBy": {
    "CODE": "党组织代码",
    "ESTABLISHED_ON": "成立日期",
    "NAME": "党组织名称",
    "TERM_ENDS_ON": "届满日期"
  },
  "OrganKind": {
    "COURT": "法院",
    "CPPCC": "政协机关",
    "GOVERNMENT_ORGAN": "政府机关",
    "MASS_ORGAN": "群团机关",
    "PARTY_ORGAN": "党委机关",
    "PEOPLES_CONGRESS": "人大机关",
    "PROCURATORATE": "检察院",
    "PUBLIC_INSTITUTION": "参公事业单位"
  },
  "Outcome": {
    "COMPLETED": "已完成",
    "DISCONTINUED": "停止培养",
    "MASKED": "已隐藏",
    "MOVED": "调离",
    "WITHDREW": "本人退出"
  },
  "PublicOrPrivate": {
    "NONE": "不适用",
    "PRIVATE": "民办",
    "PUBLIC": "公办",
    "UNKNOWN": "未报告"
  },
  "RegionLevel": {
    "CITY": "地级",
    "COUNTY": "县级",
    "PROVINCE": "省级",
    "TOWNSHIP": "乡级",
    "VILLAGE": "村级"
  },
  "Result": {
    "EXEMPT": "不纳入",
    "MET": "达到",
    "NOT_APPLICABLE": "不适用",
    "UNKNOWN": "未知",
    "UNMET": "未达到"
  },
  "Right": {
    "IMPORT": "导入",
    "MANAGE_KEYS": "管理密钥",
    "QUERY_FREELY": "自由查询",
    "READ_AGGREGATES": "查看汇总",
    "READ_MEMBER_FIGURES": "查看单位党员数",
    "READ_PERSONS": "查看人员",
    "SET_POLICY": "管理政策",
    "WRITE": "写入"
  },
  "Role": {
    "ADMINISTRATOR": "管理",
    "ANALYST": "分析",
    "DEPARTMENT": "部门",
    "INTEGRATOR": "对接",
    "READER": "查询"
  },
  "SetUp": {
    "AFFILIATED": "挂靠组建",
    "COMBINED": "兼合式",
    "JOINT": "联合组建",
    "NONE": "无",
    "STANDALONE": "单独组建"
  },
  "ShareStatus": {
    "FORBIDDEN": "无权查看",
    "OK": "正常",
    "SUPPRESSED": "已隐藏",
    "ZERO_DENOMINATOR": "分母为零"
  },
  "Size": {
    "LARGE": "大型",
    "MEDIUM": "中型",
    "MICRO": "微型",
    "SMALL": "小型",
    "UNKNOWN": "未报告"
  },
  "SortDirection": {
    "ASC": "升序",
    "DESC": "降序"
  },
  "Stage": {
    "ACTIVIST": "入党积极分子",
    "APPLICANT": "入党申请人",
    "COMPLETED": "已完成",
    "DEVELOPMENT_TARGET": "发展对象",
    "FULL_MEMBER": "正式党员",
    "IN_CULTIVATION": "培养中",
    "MASKED": "已隐藏",
    "PROBATIONARY_MEMBER": "预备党员"
  },
  "StepKind": {
    "ACTIVIST": "确定为入党积极分子",
    "APPLIED": "递交入党申请",
    "APPOINTED": "任职",
    "APPROVAL": "上级党委审批",
    "BRANCH_DECISION": "支部大会讨论转正",
    "BRANCH_MEETING": "支部大会接收",
    "DEVELOPMENT_TARGET": "确定为发展对象",
    "ENDED": "终止",
    "FULL_MEMBERSHIP": "批准转正",
    "LISTED": "列入培养名单",
    "MASKED": "已隐藏",
    "OATH": "入党宣誓",
    "POLITICAL_REVIEW": "政治审查",
    "PRELIMINARY_REVIEW": "预审",
    "PROBATION_EXTENDED": "延长预备期",
    "PUBLIC_NOTICE": "公示",
    "RECOGNISED": "认定为骨干",
    "REVIEW": "半年考察",
    "TALK": "派人谈话",
    "TRAINING": "短期集中培训"
  },
  "SuccessionKind": {
    "MERGED_INTO": "合并",
    "NEW_CREDIT_CODE": "换发代码"
  },
  "UnitKind": {
    "ACCOUNTING_FIRM": "会计师事务所",
    "ASSOCIATION": "社会团体",
    "BUREAU_RANK": "厅局级",
    "CENTRAL_SOE": "中央企业",
    "COUNTY_SOE": "县属企业",
    "DIVISION_RANK": "县处级",
    "FOUNDATION": "基金会",
    "HIGHER_EDUCATION": "高等学校",
    "JUNIOR_SECONDARY_SCHOOL": "初级中学",
    "KINDERGARTEN": "幼儿园",
    "LAW_FIRM": "律师事务所",
    "MUNICIPAL_SOE": "市属企业",
    "NINE_YEAR_SCHOOL": "九年一贯制学校",
    "NONE": "无",
    "OTHER_SCHOOL": "其他学校",
    "PRIMARY_SCHOOL": "小学",
    "PROVINCIAL_SOE": "省属企业",
    "SECTION_RANK": "乡科级",
    "SENIOR_SECONDARY_SCHOOL": "高级中学",
    "SERVICE_BODY": "民办非企业单位",
    "SPECIAL_SCHOOL": "特殊教育学校",
    "TAX_FIRM": "税务师事务所",
    "TWELVE_YEAR_SCHOOL": "十二年一贯制学校",
    "VOCATIONAL_SCHOOL": "中等职业学校"
  },
  "UnitOrderBy": {
    "CREDIT_CODE": "统一社会信用代码",
    "EMPLOYEES": "从业人员",
    "FOUNDED_ON": "成立日期",
    "FULL_MEMBERS": "正式党员",
    "MEMBERS": "党员",
    "NAME": "单位名称",
    "REGION": "行政区划代码",
    "SINCE": "缺口起始日"
  },
  "UnitStatus": {
    "ACTIVE": "存续",
    "DEREGISTERED": "注销",
    "NOT_OPERATING": "未实际运营",
    "REVOKED": "吊销",
    "SUSPENDED": "停业"
  },
  "Weight": {
    "EMPLOYEES": "按从业人员",
    "FULL_MEMBERS": "按正式党员",
    "UNITS": "按单位"
  },
  "WorkMeans": {
    "INSTRUCTOR": "党建指导员",
    "LIAISON": "党建联络员",
    "NONE": "无",
    "TRADE_UNION": "工会",
    "WOMENS_FEDERATION": "妇联",
    "YOUTH_LEAGUE": "共青团"
  },
  "ZoneKind": {
    "BUILDING": "楼宇",
    "BUSINESS_DISTRICT": "商圈",
    "MARKET": "市场",
    "PARK": "园区"
  }
} as const
