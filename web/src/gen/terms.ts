export const terms = {
  "AboveScale": {
    "YES": "规模以上",
    "NO": "规模以下",
    "UNKNOWN": "未报告",
    "NONE": "不适用"
  },
  "ActivityKind": {
    "GENERAL_MEETING": "支部党员大会",
    "COMMITTEE_MEETING": "支部委员会会议",
    "GROUP_MEETING": "党小组会",
    "LECTURE": "党课",
    "THEME_DAY": "主题党日",
    "ORGANISATION_LIFE": "组织生活会",
    "OTHER": "其他"
  },
  "Answer": {
    "YES": "是",
    "NO": "否",
    "UNKNOWN": "未报告"
  },
  "BlockedBy": {
    "TALK": "未记录谈话",
    "REVIEW": "未记录考察",
    "PUBLIC_NOTICE": "未记录公示",
    "TRAINING": "未记录培训",
    "POLITICAL_REVIEW_NOT_RECORDED": "未记录政治审查",
    "PRELIMINARY_REVIEW": "未记录预审",
    "APPROVAL": "未记录审批",
    "BRANCH_DECISION": "支部大会未讨论",
    "PLAN_DATE_MISSING": "未定计划日期",
    "MASKED": "已隐藏"
  },
  "CandidateDimension": {
    "DIRECTION": "培养方向",
    "STAGE": "培养阶段",
    "REGION": "行政区划",
    "SCHOOL": "学校",
    "PENDING": "是否在培",
    "OVERDUE": "是否逾期",
    "OUTCOME": "培养结果"
  },
  "CandidateFlowTerm": {
    "PENDING_BEFORE": "期初在培",
    "ENTERED": "新列入",
    "MOVED_ON": "阶段变动",
    "COMPLETED": "已完成",
    "ENDED": "终止",
    "REMAINING": "期末在培"
  },
  "CandidateOrderBy": {
    "CODE": "编号",
    "DUE_ON": "办理期限",
    "OVERDUE_DAYS": "逾期天数",
    "STAGE_SINCE": "进入阶段日期"
  },
  "ConditionState": {
    "HOLDS": "符合",
    "BROKEN": "不符合",
    "UNKNOWN": "未知",
    "FORBIDDEN": "无权查看"
  },
  "Control": {
    "STATE": "国有控股",
    "COLLECTIVE": "集体控股",
    "PRIVATE": "私人控股",
    "HK_MACAO_TAIWAN": "港澳台商控股",
    "FOREIGN": "外商控股",
    "UNKNOWN": "未报告"
  },
  "CoverKind": {
    "ORGANISATION": "组织覆盖",
    "WORK": "工作覆盖"
  },
  "Dimension": {
    "PERIOD": "期间",
    "REGION": "行政区划",
    "SUBORDINATION": "隶属关系",
    "ZONE": "园区",
    "DOMAIN": "领域",
    "CONTROL": "控股情况",
    "INDUSTRY": "行业门类",
    "SIZE": "企业规模",
    "KIND": "单位类型",
    "EMPLOYEE_BAND": "从业人员分组",
    "ABOVE_SCALE": "规模以上",
    "PUBLIC_OR_PRIVATE": "公办民办",
    "OPERATION": "运营情况",
    "ESTABLISHMENT": "建立情况",
    "SET_UP": "组建方式",
    "WORK_MEANS": "工作覆盖方式",
    "GAP_AGE": "缺口时长",
    "ORGANISATION_KIND": "党组织类别",
    "NATURE": "党组织性质",
    "BASIS": "联合依据",
    "ROLE": "指导员角色"
  },
  "Direction": {
    "BACKBONE_TO_MEMBER": "骨干教师培养成党员",
    "MEMBER_TO_BACKBONE": "党员教师培养成骨干",
    "BACKBONE_TO_MANAGEMENT": "党员骨干培养成管理人员",
    "MASKED": "已隐藏"
  },
  "Domain": {
    "NON_PUBLIC_ENTERPRISE": "非公有制企业",
    "SOCIAL_ORGANISATION": "社会组织",
    "SCHOOL": "学校",
    "STATE_OWNED_ENTERPRISE": "国有企业",
    "ORGAN": "机关"
  },
  "Eligibility": {
    "ELIGIBLE": "符合",
    "NOT_ELIGIBLE": "不符合",
    "UNKNOWN": "未报告"
  },
  "EmployeeBand": {
    "UNDER_50": "50人以下",
    "FROM_50_TO_99": "50至99人",
    "FROM_100": "100人及以上",
    "UNKNOWN": "未报告"
  },
  "EndReason": {
    "DISSOLVED": "党组织撤销",
    "MERGED": "合并",
    "MOVED": "单位迁出",
    "UNIT_CLOSED": "单位关闭",
    "SERVICE_ENDED": "任期结束",
    "REPLACED": "改为其他方式",
    "OTHER": "其他"
  },
  "Establishment": {
    "OWN_COMMITTEE": "单独建立党委",
    "OWN_GENERAL_BRANCH": "单独建立党总支",
    "OWN_BRANCH": "单独建立党支部",
    "JOINT": "联合建立党支部",
    "NOT_ESTABLISHED_DUE": "应建尚未建立",
    "NOT_ESTABLISHED_FEW": "仅有个别党员",
    "NOT_ESTABLISHED_NONE": "没有党员",
    "NOT_ESTABLISHED_NOT_REPORTED": "人数未报",
    "NOT_ESTABLISHED": "未建立",
    "NONE": "不纳入"
  },
  "FindingOrderBy": {
    "CODE": "代码",
    "NAME": "名称",
    "REGION": "行政区划代码",
    "SINCE": "问题起始日"
  },
  "GapAge": {
    "UP_TO_90_DAYS": "90天以内",
    "FROM_91_TO_365_DAYS": "91至365天",
    "OVER_365_DAYS": "365天以上",
    "NONE": "非缺口"
  },
  "GapReasonCode": {
    "DUE_NOT_ESTABLISHED": "应建未建",
    "MEMBERS_NOT_REPORTED": "人数未报",
    "MEMBERS_BELOW_THRESHOLD": "党员不足三名",
    "NO_MEMBERS": "没有党员",
    "NOT_ESTABLISHED": "未建立",
    "COVER_NOT_COUNTED": "覆盖不计入",
    "COVER_ENDED": "覆盖已终止"
  },
  "Grain": {
    "MONTH": "月",
    "QUARTER": "季",
    "HALF_YEAR": "半年",
    "YEAR": "年"
  },
  "ImportState": {
    "RUNNING": "进行中",
    "DONE": "已完成",
    "FAILED": "失败",
    "INTERRUPTED": "中断",
    "UNDONE": "已撤销"
  },
  "InstructorRole": {
    "INSTRUCTOR": "党建指导员",
    "LIAISON": "党建联络员"
  },
  "JointBasis": {
    "UNIT": "按单位联合",
    "REGION": "按区域联合",
    "TRADE": "按行业联合"
  },
  "MassOrganisationKind": {
    "TRADE_UNION": "工会",
    "YOUTH_LEAGUE": "共青团",
    "WOMENS_FEDERATION": "妇联"
  },
  "Measure": {
    "NUMERATOR": "分子",
    "DENOMINATOR": "分母",
    "GAP": "缺口",
    "UNKNOWN": "未知",
    "NOT_APPLICABLE": "不适用",
    "EXEMPT": "不纳入",
    "RATE": "比率",
    "SHORTFALL": "差额"
  },
  "MemberFigures": {
    "SHOWN": "显示",
    "FORBIDDEN": "无权查看"
  },
  "MovementTerm": {
    "GAINED": "新增达到",
    "LOST": "由达到变为未达到",
    "ENTERED_MET": "新进入且达到",
    "ENTERED_UNMET": "新进入未达到",
    "LEFT_MET": "退出前达到",
    "LEFT_UNMET": "退出前未达到"
  },
  "NextStep": {
    "STAND_ALONE": "单独组建",
    "JOIN": "联合组建",
    "AFFILIATE": "挂靠组建",
    "SEND_IN_MEMBERS": "选派党员",
    "COMBINED": "成立兼合式党组织",
    "INSTRUCTOR": "选派党建指导员",
    "UNION_OR_LEAGUE": "建立工会或共青团",
    "REPORT_MEMBERS": "补报党员人数",
    "ESTABLISH": "建立党组织"
  },
  "OfficerRole": {
    "SECRETARY": "书记",
    "DEPUTY_SECRETARY": "副书记"
  },
  "Operation": {
    "OPERATING": "实体运营",
    "SUSPENDED": "停业",
    "REVOKED": "吊销",
    "DEREGISTERED": "注销",
    "NOT_OPERATING": "未实际运营",
    "GRACE": "新设立"
  },
  "OrganisationKind": {
    "COMMITTEE": "党委",
    "GENERAL_BRANCH": "党总支",
    "BRANCH": "党支部",
    "WORKING_COMMITTEE": "党工委"
  },
  "OrganisationNature": {
    "REGULAR": "常设",
    "TEMPORARY": "临时",
    "FUNCTIONAL": "功能型",
    "MOBILE": "流动"
  },
  "OrganisationOrderBy": {
    "CODE": "党组织代码",
    "NAME": "党组织名称",
    "ESTABLISHED_ON": "成立日期",
    "TERM_ENDS_ON": "届满日期"
  },
  "OrganKind": {
    "PARTY_ORGAN": "党委机关",
    "GOVERNMENT_ORGAN": "政府机关",
    "PEOPLES_CONGRESS": "人大机关",
    "CPPCC": "政协机关",
    "COURT": "法院",
    "PROCURATORATE": "检察院",
    "MASS_ORGAN": "群团机关",
    "PUBLIC_INSTITUTION": "参公事业单位"
  },
  "Outcome": {
    "COMPLETED": "已完成",
    "WITHDREW": "本人退出",
    "DISCONTINUED": "停止培养",
    "MOVED": "调离",
    "MASKED": "已隐藏"
  },
  "PlanBasis": {
    "ZONE": "同一园区",
    "TOWNSHIP": "同一乡镇街道",
    "INDUSTRY": "同县同行业"
  },
  "PlanHost": {
    "SUPERVISING_BODY": "业务主管单位党组织",
    "ZONE": "园区党组织",
    "TERRITORY": "社区或乡镇街道党组织"
  },
  "PlanReason": {
    "MEMBERS_NOT_REPORTED": "人数未报",
    "NO_NEIGHBOURS": "无单位可联合",
    "NO_HOST": "无党组织可挂靠",
    "NO_INSTRUCTOR_CAPACITY": "指导员无余力",
    "ONLY_WORK_COVERAGE": "只可工作覆盖",
    "STEP_NOT_COUNTED": "方式不计入",
    "NO_STEP": "政策未列下一步"
  },
  "PublicOrPrivate": {
    "PUBLIC": "公办",
    "PRIVATE": "民办",
    "UNKNOWN": "未报告",
    "NONE": "不适用"
  },
  "RegionLevel": {
    "PROVINCE": "省级",
    "CITY": "地级",
    "COUNTY": "县级",
    "TOWNSHIP": "乡级",
    "VILLAGE": "村级"
  },
  "Result": {
    "MET": "达到",
    "UNMET": "未达到",
    "UNKNOWN": "未知",
    "NOT_APPLICABLE": "不适用",
    "EXEMPT": "不纳入"
  },
  "ReviewAct": {
    "FROZEN": "列入",
    "ASSIGNED": "交办",
    "ANSWERED": "反馈",
    "CLOSED": "核查销号",
    "REOPENED": "核查退回"
  },
  "ReviewDimension": {
    "RULE": "规则",
    "STATE": "整改状态",
    "SUBJECT": "统计对象",
    "REGION": "行政区划",
    "ASSIGNED_TO": "责任党组织"
  },
  "ReviewState": {
    "OPEN": "待交办",
    "ASSIGNED": "整改中",
    "ANSWERED": "待核查",
    "CLOSED": "已销号",
    "REOPENED": "退回整改"
  },
  "Right": {
    "READ_AGGREGATES": "查看汇总",
    "READ_MEMBER_FIGURES": "查看单位党员数",
    "READ_PERSONS": "查看人员",
    "QUERY_FREELY": "自由查询",
    "WRITE": "写入",
    "IMPORT": "导入",
    "MANAGE_KEYS": "管理密钥",
    "SET_POLICY": "管理政策"
  },
  "Role": {
    "READER": "查询",
    "ANALYST": "分析",
    "DEPARTMENT": "部门",
    "INTEGRATOR": "对接",
    "ADMINISTRATOR": "管理"
  },
  "SetUp": {
    "STANDALONE": "单独组建",
    "JOINT": "联合组建",
    "AFFILIATED": "挂靠组建",
    "COMBINED": "兼合式",
    "NONE": "无"
  },
  "SetUpConditionCode": {
    "PARTICIPANTS": "参加党员人数",
    "ONE_HOME": "组织关系唯一",
    "HOME_EXISTS": "组织关系所在党组织存续",
    "APPROVAL": "批复文件",
    "ADMITS_NOBODY": "不发展党员",
    "HEADCOUNT": "党员不重复计数",
    "WIDTH": "联合单位数",
    "STAND_ALONE": "应单独组建的未纳入联合",
    "HOST_EXISTS": "挂靠党组织存续"
  },
  "ShareStatus": {
    "OK": "正常",
    "ZERO_DENOMINATOR": "分母为零",
    "SUPPRESSED": "已隐藏",
    "FORBIDDEN": "无权查看"
  },
  "Size": {
    "LARGE": "大型",
    "MEDIUM": "中型",
    "SMALL": "小型",
    "MICRO": "微型",
    "UNKNOWN": "未报告"
  },
  "SortDirection": {
    "ASC": "升序",
    "DESC": "降序"
  },
  "Stage": {
    "APPLICANT": "入党申请人",
    "ACTIVIST": "入党积极分子",
    "DEVELOPMENT_TARGET": "发展对象",
    "PROBATIONARY_MEMBER": "预备党员",
    "FULL_MEMBER": "正式党员",
    "IN_CULTIVATION": "培养中",
    "COMPLETED": "已完成",
    "MASKED": "已隐藏"
  },
  "StepKind": {
    "APPLIED": "递交入党申请",
    "TALK": "派人谈话",
    "ACTIVIST": "确定为入党积极分子",
    "REVIEW": "半年考察",
    "PUBLIC_NOTICE": "公示",
    "TRAINING": "短期集中培训",
    "POLITICAL_REVIEW": "政治审查",
    "DEVELOPMENT_TARGET": "确定为发展对象",
    "PRELIMINARY_REVIEW": "预审",
    "BRANCH_MEETING": "支部大会接收",
    "APPROVAL": "上级党委审批",
    "OATH": "入党宣誓",
    "PROBATION_EXTENDED": "延长预备期",
    "BRANCH_DECISION": "支部大会讨论转正",
    "FULL_MEMBERSHIP": "批准转正",
    "LISTED": "列入培养名单",
    "RECOGNISED": "认定为骨干",
    "APPOINTED": "任职",
    "ENDED": "终止",
    "MASKED": "已隐藏"
  },
  "Subject": {
    "UNIT": "单位",
    "ORGANISATION": "党组织",
    "INSTRUCTOR": "党建指导员"
  },
  "SuccessionKind": {
    "NEW_CREDIT_CODE": "换发代码",
    "MERGED_INTO": "合并"
  },
  "UnitKind": {
    "ASSOCIATION": "社会团体",
    "FOUNDATION": "基金会",
    "SERVICE_BODY": "民办非企业单位",
    "LAW_FIRM": "律师事务所",
    "ACCOUNTING_FIRM": "会计师事务所",
    "TAX_FIRM": "税务师事务所",
    "KINDERGARTEN": "幼儿园",
    "PRIMARY_SCHOOL": "小学",
    "JUNIOR_SECONDARY_SCHOOL": "初级中学",
    "SENIOR_SECONDARY_SCHOOL": "高级中学",
    "NINE_YEAR_SCHOOL": "九年一贯制学校",
    "TWELVE_YEAR_SCHOOL": "十二年一贯制学校",
    "VOCATIONAL_SCHOOL": "中等职业学校",
    "SPECIAL_SCHOOL": "特殊教育学校",
    "HIGHER_EDUCATION": "高等学校",
    "OTHER_SCHOOL": "其他学校",
    "CENTRAL_SOE": "中央企业",
    "PROVINCIAL_SOE": "省属企业",
    "MUNICIPAL_SOE": "市属企业",
    "COUNTY_SOE": "县属企业",
    "BUREAU_RANK": "厅局级",
    "DIVISION_RANK": "县处级",
    "SECTION_RANK": "乡科级",
    "NONE": "无"
  },
  "UnitOrderBy": {
    "CREDIT_CODE": "统一社会信用代码",
    "NAME": "单位名称",
    "REGION": "行政区划代码",
    "EMPLOYEES": "从业人员",
    "FULL_MEMBERS": "正式党员",
    "MEMBERS": "党员",
    "FOUNDED_ON": "成立日期",
    "SINCE": "缺口起始日"
  },
  "UnitStatus": {
    "ACTIVE": "存续",
    "SUSPENDED": "停业",
    "REVOKED": "吊销",
    "DEREGISTERED": "注销",
    "NOT_OPERATING": "未实际运营"
  },
  "Weight": {
    "UNITS": "按单位",
    "EMPLOYEES": "按从业人员",
    "FULL_MEMBERS": "按正式党员"
  },
  "WorkMeans": {
    "INSTRUCTOR": "党建指导员",
    "LIAISON": "党建联络员",
    "TRADE_UNION": "工会",
    "YOUTH_LEAGUE": "共青团",
    "WOMENS_FEDERATION": "妇联",
    "NONE": "无"
  },
  "ZoneKind": {
    "PARK": "园区",
    "BUILDING": "楼宇",
    "MARKET": "市场",
    "BUSINESS_DISTRICT": "商圈"
  }
} as const
