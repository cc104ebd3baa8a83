/* eslint-disable */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A unified social credit code (统一社会信用代码) of 18 characters, GB 32100-2015. */
  CreditCode: { input: string; output: string; }
  /** The number of a commit (数据版本). Versions become visible in order; every answer holds exactly the commits up to its own. */
  DataVersion: { input: string | number; output: string | number; }
  /** A civil day as YYYY-MM-DD (日期), in the deployment's time zone. Ends of periods are exclusive; null is an open end. */
  Date: { input: string; output: string; }
  /** The key of an indicator (指标); `indicators` lists them. An unknown one is an error that lists the known. */
  IndicatorKey: { input: string; output: string; }
  /** A calendar month 2026-06, quarter 2026-Q2, half-year 2026-H1 or year 2026 (期间). */
  Period: { input: string; output: string; }
  /** A division code (行政区划代码): 12 digits on output; on input also the first 2, 4, 6 or 9. It means the whole subtree. */
  RegionCode: { input: string; output: string; }
  /** A moment in RFC 3339 (时刻). */
  Time: { input: string; output: string; }
};

/** 规模以上: whether an enterprise is above the statistical scale. */
export type AboveScale =
  /** 规模以下 */
  | 'NO'
  /** 不适用: not an enterprise */
  | 'NONE'
  /** 未报告 */
  | 'UNKNOWN'
  /** 规模以上 */
  | 'YES';

/** A recorded activity (组织生活). */
export type Activity = {
  __typename?: 'Activity';
  content?: Maybe<Scalars['String']['output']>;
  heldOn: Scalars['Date']['output'];
  kind: ActivityKind;
};

/** 组织生活类别: kind of a recorded activity of an organisation. */
export type ActivityKind =
  /** 支部委员会会议 */
  | 'COMMITTEE_MEETING'
  /** 支部党员大会 */
  | 'GENERAL_MEETING'
  /** 党小组会 */
  | 'GROUP_MEETING'
  /** 党课 */
  | 'LECTURE'
  /** 组织生活会 */
  | 'ORGANISATION_LIFE'
  /** 其他 */
  | 'OTHER'
  /** 主题党日 */
  | 'THEME_DAY';

/** The annual return on a date. */
export type AnnualReturn = {
  __typename?: 'AnnualReturn';
  asOf: Scalars['Date']['output'];
  /** The identities of the return, each worked out in two ways. */
  checks: Array<ReturnCheck>;
  dataVersion: Scalars['DataVersion']['output'];
  /** Whose declared return was compared with; null without one. */
  declaredBy?: Maybe<Organisation>;
  /** Number of declared cells that were compared. */
  declaredCells: Scalars['Int']['output'];
  /** Cells that were declared otherwise. */
  differences: Array<ReturnDifference>;
  /** Non-public enterprises by control, social organisations and public schools by kind, state-owned enterprises by control and level, organs by rank, and what cannot be placed. */
  tables: Array<ReturnTable>;
  year?: Maybe<Scalars['Int']['output']>;
};

/** 是否: a reported yes or no. */
export type Answer =
  /** 否 */
  | 'NO'
  /** 未报告 */
  | 'UNKNOWN'
  /** 是 */
  | 'YES';

export type AnswerReviewItemsInput = {
  /** Items by id; at most 1,000. */
  items: Array<Scalars['ID']['input']>;
  /** What was done. */
  note: Scalars['String']['input'];
};

export type AssignReviewItemsInput = {
  /** Organisation in the scope that is to mend them, by code. */
  assignTo: Scalars['String']['input'];
  /** Last day on which they are closed in time (整改期限), inclusive; not in the past. */
  dueOn: Scalars['Date']['input'];
  /** Items by id; at most 1,000. */
  items: Array<Scalars['ID']['input']>;
  /** At most 1,000 characters, in every act. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** 待补记录: a missing record; never a result, an opinion or a discipline. */
export type BlockedBy =
  /** 未记录审批 */
  | 'APPROVAL'
  /** 支部大会未讨论 */
  | 'BRANCH_DECISION'
  /** 已隐藏 */
  | 'MASKED'
  /** 未定计划日期 */
  | 'PLAN_DATE_MISSING'
  /** 未记录政治审查 */
  | 'POLITICAL_REVIEW_NOT_RECORDED'
  /** 未记录预审 */
  | 'PRELIMINARY_REVIEW'
  /** 未记录公示 */
  | 'PUBLIC_NOTICE'
  /** 未记录考察 */
  | 'REVIEW'
  /** 未记录谈话 */
  | 'TALK'
  /** 未记录培训 */
  | 'TRAINING';

/** A teacher in one direction of three-way cultivation, as of a date. Earliest is not due: nobody is owed promotion. */
export type Candidate = Node & {
  __typename?: 'Candidate';
  /** Null without the right to persons. */
  begunOn?: Maybe<Scalars['Date']['output']>;
  /** Records that are missing before the next step. */
  blockedBy: Array<BlockedBy>;
  code: Scalars['String']['output'];
  direction: Direction;
  /** Last day on which the duty is in time. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** The duty that is due, in Chinese. */
  duty?: Maybe<Scalars['String']['output']>;
  /** First day on which the next step is allowed. */
  earliestNextOn?: Maybe<Scalars['Date']['output']>;
  endedOn?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  /** MASKED without the right to persons. */
  name: Scalars['String']['output'];
  outcome?: Maybe<Outcome>;
  /** Days past `dueOn`; 0 in time. */
  overdueDays: Scalars['Int']['output'];
  /** Begun and neither completed nor ended. */
  pending: Scalars['Boolean']['output'];
  /** The person by the code that the school gives; null where it gave none, or without the right to persons. */
  personCode?: Maybe<Scalars['String']['output']>;
  plannedOn?: Maybe<Scalars['Date']['output']>;
  /** Whether a date lies past the known calendar of working days. */
  provisional: Scalars['Boolean']['output'];
  stage: Stage;
  /** First day in the stage; null without the right to persons. */
  stageSince?: Maybe<Scalars['Date']['output']>;
  /** Recorded steps by day; empty without the right to persons. */
  steps: Array<CandidateStep>;
  /** The school; null where it is outside the scope, or without the right to persons. */
  unit?: Maybe<Unit>;
};

/** A page of candidates. */
export type CandidateConnection = {
  __typename?: 'CandidateConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<CandidateEdge>;
  nodes: Array<Candidate>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** The number of candidates of one group; dimensions that were not asked for are null. */
export type CandidateCountRow = {
  __typename?: 'CandidateCountRow';
  /** Null where it is suppressed. */
  count?: Maybe<Scalars['Int']['output']>;
  direction?: Maybe<Direction>;
  /** Null for those that are pending, too. */
  outcome?: Maybe<Outcome>;
  overdue?: Maybe<Scalars['Boolean']['output']>;
  pending?: Maybe<Scalars['Boolean']['output']>;
  region?: Maybe<Region>;
  school?: Maybe<Unit>;
  stage?: Maybe<Stage>;
  /** OK, or SUPPRESSED where every cell of the group holds one or two persons. */
  status: ShareStatus;
  /** Whether cells of one or two persons are left out of the count, because this viewer has no right to persons. */
  withheld: Scalars['Boolean']['output'];
};

/** Numbers of candidates on a date. */
export type CandidateCounts = {
  __typename?: 'CandidateCounts';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  rows: Array<CandidateCountRow>;
  total: CandidateCountRow;
};

/** 培养统计维度: what counts of candidates can be grouped by. */
export type CandidateDimension =
  /** 培养方向 */
  | 'DIRECTION'
  /** 培养结果 */
  | 'OUTCOME'
  /** 是否逾期 */
  | 'OVERDUE'
  /** 是否在培 */
  | 'PENDING'
  /** 行政区划: where the school operates */
  | 'REGION'
  /** 学校 */
  | 'SCHOOL'
  /** 培养阶段 */
  | 'STAGE';

/** A candidate and its place in the list. */
export type CandidateEdge = {
  __typename?: 'CandidateEdge';
  cursor: Scalars['String']['output'];
  node: Candidate;
};

/** Which candidates. Filters other than regions of county level and above need the right to persons. */
export type CandidateFilter = {
  blockedBy?: InputMaybe<Array<BlockedBy>>;
  directions?: InputMaybe<Array<Direction>>;
  /** Those that a term of `candidateFlow` counts; with `asOf` its second date, which is also the default. */
  flow?: InputMaybe<CandidateFlowFilter>;
  outcomes?: InputMaybe<Array<Outcome>>;
  /** true: a duty is past its day. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** true: begun and neither completed nor ended on the date. */
  pending?: InputMaybe<Scalars['Boolean']['input']>;
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  stages?: InputMaybe<Array<Stage>>;
  /** Schools by credit code. */
  units?: InputMaybe<Array<Scalars['CreditCode']['input']>>;
};

/** What became of candidates between two dates. */
export type CandidateFlow = {
  __typename?: 'CandidateFlow';
  dataVersion: Scalars['DataVersion']['output'];
  from: Scalars['Date']['output'];
  rows: Array<CandidateFlowRow>;
  to: Scalars['Date']['output'];
  total: CandidateFlowRow;
};

/** The candidates that a term of `candidateFlow` counts. */
export type CandidateFlowFilter = {
  from: Scalars['Date']['input'];
  /** Of MOVED_ON only. */
  fromStage?: InputMaybe<Stage>;
  term: CandidateFlowTerm;
  to: Scalars['Date']['input'];
  /** Of MOVED_ON only. */
  toStage?: InputMaybe<Stage>;
};

/** The flow of one group. Each number opens with `candidates(where: {flow: …}, asOf: to)`. */
export type CandidateFlowRow = {
  __typename?: 'CandidateFlowRow';
  /** 已完成. */
  completed: Scalars['Int']['output'];
  direction?: Maybe<Direction>;
  /** 终止, by outcome in `endedBy`. */
  ended: Scalars['Int']['output'];
  endedBy: Array<OutcomeCount>;
  /** 新列入. */
  entered: Scalars['Int']['output'];
  /** Pending on both dates and in another stage, by both stages. */
  movedOn: Array<StageMove>;
  /** 期初在培. */
  pendingBefore: Scalars['Int']['output'];
  region?: Maybe<Region>;
  /** 期末在培. */
  remaining: Scalars['Int']['output'];
  school?: Maybe<Unit>;
};

/** 培养变动项: a term of the flow of candidates between two dates. */
export type CandidateFlowTerm =
  /** 已完成: completed after the first date and by the second */
  | 'COMPLETED'
  /** 终止: ended otherwise after the first date and by the second */
  | 'ENDED'
  /** 新列入: begun after the first date and by the second */
  | 'ENTERED'
  /** 阶段变动: pending on both dates, in another stage */
  | 'MOVED_ON'
  /** 期初在培: pending on the first date */
  | 'PENDING_BEFORE'
  /** 期末在培: pending on the second date */
  | 'REMAINING';

/** Order of candidates. */
export type CandidateOrder = {
  by: CandidateOrderBy;
  direction?: SortDirection;
};

/** 培养对象排序项: what lists of candidates can be ordered by; ties go by code ascending. */
export type CandidateOrderBy =
  /** 编号 */
  | 'CODE'
  /** 办理期限: without a date last */
  | 'DUE_ON'
  /** 逾期天数 */
  | 'OVERDUE_DAYS'
  /** 进入阶段日期 */
  | 'STAGE_SINCE';

/** A recorded decision or act. */
export type CandidateStep = {
  __typename?: 'CandidateStep';
  amount?: Maybe<Scalars['Int']['output']>;
  /** DAYS, HOURS or MONTHS. */
  amountUnit?: Maybe<Scalars['String']['output']>;
  document?: Maybe<Scalars['String']['output']>;
  kind: StepKind;
  note?: Maybe<Scalars['String']['output']>;
  on: Scalars['Date']['output'];
  outcome?: Maybe<Outcome>;
  /** Last day, inclusive, of a notice or training. */
  until?: Maybe<Scalars['Date']['output']>;
};

/** A step of a candidate; the key is candidate, kind and day. */
export type CandidateStepUpsert = {
  amount?: InputMaybe<Scalars['Int']['input']>;
  amountUnit?: InputMaybe<Scalars['String']['input']>;
  candidate: Scalars['String']['input'];
  document?: InputMaybe<Scalars['String']['input']>;
  kind: StepKind;
  note?: InputMaybe<Scalars['String']['input']>;
  on: Scalars['Date']['input'];
  outcome?: InputMaybe<Outcome>;
  until?: InputMaybe<Scalars['Date']['input']>;
  void?: Scalars['Boolean']['input'];
};

/** A candidate by code. */
export type CandidateUpsert = {
  begunOn: Scalars['Date']['input'];
  code: Scalars['String']['input'];
  direction: Direction;
  name: Scalars['String']['input'];
  /** The person, by the code that the school gives; nobody has two pending directions on a day. */
  personCode?: InputMaybe<Scalars['String']['input']>;
  plannedOn?: InputMaybe<Scalars['Date']['input']>;
  unit: Scalars['CreditCode']['input'];
};

export type CheckReviewItemsInput = {
  /** true closes the items, false reopens them. */
  close: Scalars['Boolean']['input'];
  /** New due date of reopened items, not in the past; default as it was. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** Items by id; at most 1,000. */
  items: Array<Scalars['ID']['input']>;
  /** Result of the check; needed where items are reopened. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** 条件状态: whether a condition holds. */
export type ConditionState =
  /** 不符合 */
  | 'BROKEN'
  /** 无权查看: it tells of members, and the role may not see member figures */
  | 'FORBIDDEN'
  /** 符合 */
  | 'HOLDS'
  /** 未知: what decides it was not reported */
  | 'UNKNOWN';

/** 控股情况: who controls the capital; it, not the registration type, decides public or non-public. */
export type Control =
  /** 集体控股 */
  | 'COLLECTIVE'
  /** 外商控股 */
  | 'FOREIGN'
  /** 港澳台商控股 */
  | 'HK_MACAO_TAIWAN'
  /** 私人控股 */
  | 'PRIVATE'
  /** 国有控股 */
  | 'STATE'
  /** 未报告: not reported; the declared domain stands */
  | 'UNKNOWN';

/** A cover (覆盖关系): an organisation, an instructor or a mass organisation covers a unit for a period. */
export type Cover = Node & {
  __typename?: 'Cover';
  /** Basis of a JOINT set-up. */
  basis?: Maybe<JointBasis>;
  endReason?: Maybe<EndReason>;
  id: Scalars['ID']['output'];
  /** Whether it is in force on the date, its holder's end included. */
  inForce: Scalars['Boolean']['output'];
  instructor?: Maybe<Instructor>;
  kind: CoverKind;
  massOrganisation?: Maybe<MassOrganisation>;
  /** Null for kind WORK. */
  organisation?: Maybe<Organisation>;
  /** The other units, of any status, that the cover's organisation covers on the date, by credit code; empty for WORK. */
  otherUnits: UnitConnection;
  /** Null for kind WORK. */
  setUp?: Maybe<SetUp>;
  source?: Maybe<Source>;
  unit?: Maybe<Unit>;
  /** First day, inclusive. */
  validFrom: Scalars['Date']['output'];
  /** Exclusive end; null while it is open. */
  validTo?: Maybe<Scalars['Date']['output']>;
};


/** A cover (覆盖关系): an organisation, an instructor or a mass organisation covers a unit for a period. */
export type CoverOtherUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UnitOrder>>;
  where?: InputMaybe<UnitFilter>;
};

/** 覆盖类别: organisation coverage or work coverage. */
export type CoverKind =
  /** 组织覆盖 */
  | 'ORGANISATION'
  /** 工作覆盖 */
  | 'WORK';

/** A cover. One that overlaps exactly one stored cover of the same unit, kind and holder is that cover, corrected. */
export type CoverUpsert = {
  basis?: InputMaybe<JointBasis>;
  endReason?: InputMaybe<EndReason>;
  instructor?: InputMaybe<Scalars['String']['input']>;
  kind: CoverKind;
  massOrganisation?: InputMaybe<Scalars['String']['input']>;
  /** Exactly one holder: an organisation for kind ORGANISATION, one of the others for WORK. */
  organisation?: InputMaybe<Scalars['String']['input']>;
  /** Default: the organisation's. */
  setUp?: InputMaybe<SetUp>;
  unit: Scalars['CreditCode']['input'];
  validFrom: Scalars['Date']['input'];
  /** Exclusive end. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
  /** Withdraws the cover. */
  void?: Scalars['Boolean']['input'];
};

/** An answer about coverage. */
export type Coverage = {
  __typename?: 'Coverage';
  /** The day of the question; for a series the last day of its last period, or today. */
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  /** Number of groups before `first` and `offset`. */
  rowCount: Scalars['Int']['output'];
  /** One row a group, after `orderBy`, `first` and `offset`. */
  rows: Array<CoverageRow>;
  /** The whole: every unit once, whatever the groups. For a series the last period. */
  total: CoverageRow;
};

/** Order of rows: by a dimension, or by a measure of an indicator. */
export type CoverageOrder = {
  dimension?: InputMaybe<Dimension>;
  direction?: SortDirection;
  measure?: InputMaybe<Measure>;
  /** Indicator of the measure. */
  of?: InputMaybe<Scalars['IndicatorKey']['input']>;
  weight?: Weight;
};

/**
 * One group. Each dimension stands as an object or enum and as flat code and name, so that BI tools can read rows as a table; null
 * where the question was not grouped by it.
 */
export type CoverageRow = {
  __typename?: 'CoverageRow';
  aboveScale?: Maybe<AboveScale>;
  aboveScaleName?: Maybe<Scalars['String']['output']>;
  /** The day on which the row is counted. */
  asOf: Scalars['Date']['output'];
  /** Of organisations with joint covers. */
  basis?: Maybe<JointBasis>;
  basisName?: Maybe<Scalars['String']['output']>;
  control?: Maybe<Control>;
  controlName?: Maybe<Scalars['String']['output']>;
  domain?: Maybe<Domain>;
  domainName?: Maybe<Scalars['String']['output']>;
  employeeBand?: Maybe<EmployeeBand>;
  employeeBandName?: Maybe<Scalars['String']['output']>;
  establishment?: Maybe<Establishment>;
  establishmentName?: Maybe<Scalars['String']['output']>;
  gapAge?: Maybe<GapAge>;
  gapAgeName?: Maybe<Scalars['String']['output']>;
  /** Section A–T; UNKNOWN where not reported. */
  industry?: Maybe<Scalars['String']['output']>;
  industryName?: Maybe<Scalars['String']['output']>;
  kind?: Maybe<UnitKind>;
  kindName?: Maybe<Scalars['String']['output']>;
  /** Of organisations. */
  nature?: Maybe<OrganisationNature>;
  natureName?: Maybe<Scalars['String']['output']>;
  operation?: Maybe<Operation>;
  operationName?: Maybe<Scalars['String']['output']>;
  /** Of organisations. */
  organisationKind?: Maybe<OrganisationKind>;
  organisationKindName?: Maybe<Scalars['String']['output']>;
  period?: Maybe<Scalars['Period']['output']>;
  /** Whether the period had not ended, so that the row is counted as of today. */
  provisional: Scalars['Boolean']['output'];
  publicOrPrivate?: Maybe<PublicOrPrivate>;
  publicOrPrivateName?: Maybe<Scalars['String']['output']>;
  region?: Maybe<Region>;
  regionCode?: Maybe<Scalars['String']['output']>;
  regionName?: Maybe<Scalars['String']['output']>;
  /** Of instructors. */
  role?: Maybe<InstructorRole>;
  roleName?: Maybe<Scalars['String']['output']>;
  setUp?: Maybe<SetUp>;
  setUpName?: Maybe<Scalars['String']['output']>;
  /** The share of an indicator (指标) in this group. */
  share?: Maybe<Share>;
  size?: Maybe<Size>;
  sizeName?: Maybe<Scalars['String']['output']>;
  /** Organisation by subordination (隶属关系). */
  superior?: Maybe<Organisation>;
  superiorCode?: Maybe<Scalars['String']['output']>;
  superiorName?: Maybe<Scalars['String']['output']>;
  /** Units of the group founded by the date, whatever their status; in `quality` the subjects, in `organisationCounts` those that live. */
  units: Scalars['Int']['output'];
  workMeans?: Maybe<WorkMeans>;
  workMeansName?: Maybe<Scalars['String']['output']>;
  zone?: Maybe<Zone>;
  zoneCode?: Maybe<Scalars['String']['output']>;
  zoneName?: Maybe<Scalars['String']['output']>;
};


/**
 * One group. Each dimension stands as an object or enum and as flat code and name, so that BI tools can read rows as a table; null
 * where the question was not grouped by it.
 */
export type CoverageRowShareArgs = {
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  of: Scalars['IndicatorKey']['input'];
  weight?: Weight;
};

export type CreateKeyInput = {
  expiresAt?: InputMaybe<Scalars['Time']['input']>;
  name: Scalars['String']['input'];
  /** Top region of the scope; the whole country without. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  role: Role;
};

/** What the answers are made of. */
export type DataSet = {
  __typename?: 'DataSet';
  /** When the last commit was made. */
  changedAt: Scalars['Time']['output'];
  /** Whether the data are the invented demo (演示数据·非真实). */
  demo: Scalars['Boolean']['output'];
  /** Whether an import is running, so that figures still move. */
  importRunning: Scalars['Boolean']['output'];
  /** Imports, newest first, at most 100; needs the right to import. */
  imports?: Maybe<Array<Import>>;
  /** 演示数据·非真实 for the demo, else empty. */
  label: Scalars['String']['output'];
  /** Hash of catalogue and policy. */
  ruleSet: Scalars['String']['output'];
  /** Secrecy label that pages and exports show (密级). */
  secrecyLabel: Scalars['String']['output'];
  /** Today in the deployment's zone. */
  today: Scalars['Date']['output'];
  unitCount: Scalars['Int']['output'];
  version: Scalars['DataVersion']['output'];
};

/** Days between bounds; every given bound must hold. */
export type DateRange = {
  /** First day, inclusive. */
  gte?: InputMaybe<Scalars['Date']['input']>;
  /** Exclusive end. */
  lt?: InputMaybe<Scalars['Date']['input']>;
};

/** A window of days, both ends inclusive. */
export type DateSpan = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/** 维度: what coverage and quality can be grouped by; a subject has some of them. */
export type Dimension =
  /** 规模以上 */
  | 'ABOVE_SCALE'
  /** 联合依据 */
  | 'BASIS'
  /** 控股情况 */
  | 'CONTROL'
  /** 领域 */
  | 'DOMAIN'
  /** 从业人员分组 */
  | 'EMPLOYEE_BAND'
  /** 建立情况 */
  | 'ESTABLISHMENT'
  /** 缺口时长 */
  | 'GAP_AGE'
  /** 行业门类 */
  | 'INDUSTRY'
  /** 单位类型 */
  | 'KIND'
  /** 党组织性质 */
  | 'NATURE'
  /** 运营情况 */
  | 'OPERATION'
  /** 党组织类别 */
  | 'ORGANISATION_KIND'
  /** 期间 */
  | 'PERIOD'
  /** 公办民办 */
  | 'PUBLIC_OR_PRIVATE'
  /** 行政区划 */
  | 'REGION'
  /** 指导员角色 */
  | 'ROLE'
  /** 组建方式 */
  | 'SET_UP'
  /** 企业规模 */
  | 'SIZE'
  /** 隶属关系 */
  | 'SUBORDINATION'
  /** 工作覆盖方式 */
  | 'WORK_MEANS'
  /** 园区 */
  | 'ZONE';

/** 培养方向: direction of three-way cultivation. */
export type Direction =
  /** 党员骨干培养成管理人员 */
  | 'BACKBONE_TO_MANAGEMENT'
  /** 骨干教师培养成党员 */
  | 'BACKBONE_TO_MEMBER'
  /** 已隐藏 */
  | 'MASKED'
  /** 党员教师培养成骨干 */
  | 'MEMBER_TO_BACKBONE';

/** 领域: primary domain of a unit. */
export type Domain =
  /** 非公有制企业 */
  | 'NON_PUBLIC_ENTERPRISE'
  /** 机关 */
  | 'ORGAN'
  /** 学校 */
  | 'SCHOOL'
  /** 社会组织 */
  | 'SOCIAL_ORGANISATION'
  /** 国有企业: state-owned and collective enterprises; split them by control */
  | 'STATE_OWNED_ENTERPRISE';

/** 任职条件: whether a person meets the conditions of the post, as recorded; never inferred. */
export type Eligibility =
  /** 符合 */
  | 'ELIGIBLE'
  /** 不符合 */
  | 'NOT_ELIGIBLE'
  /** 未报告 */
  | 'UNKNOWN';

/** 从业人员分组: band of employees, bounds inclusive. */
export type EmployeeBand =
  /** 50至99人 */
  | 'FROM_50_TO_99'
  /** 100人及以上 */
  | 'FROM_100'
  /** 50人以下 */
  | 'UNDER_50'
  /** 未报告 */
  | 'UNKNOWN';

/** 终止原因: why a cover ended. */
export type EndReason =
  /** 党组织撤销 */
  | 'DISSOLVED'
  /** 合并 */
  | 'MERGED'
  /** 单位迁出 */
  | 'MOVED'
  /** 其他 */
  | 'OTHER'
  /** 改为其他方式 */
  | 'REPLACED'
  /** 任期结束 */
  | 'SERVICE_ENDED'
  /** 单位关闭 */
  | 'UNIT_CLOSED';

/** A non-public enterprise (非公有制企业). */
export type EnterpriseProfile = {
  __typename?: 'EnterpriseProfile';
  /** 规模以上. */
  aboveScale: AboveScale;
};

/** 建立情况: row of the annual return's partition; every operating unit is in exactly one. */
export type Establishment =
  /** 联合建立党支部 */
  | 'JOINT'
  /** 不纳入: the unit is exempt on the date */
  | 'NONE'
  /** 未建立: shown in place of the four rows above to viewers without the right to member figures */
  | 'NOT_ESTABLISHED'
  /** 应建尚未建立: three or more full members */
  | 'NOT_ESTABLISHED_DUE'
  /** 仅有个别党员 */
  | 'NOT_ESTABLISHED_FEW'
  /** 没有党员 */
  | 'NOT_ESTABLISHED_NONE'
  /** 人数未报 */
  | 'NOT_ESTABLISHED_NOT_REPORTED'
  /** 单独建立党支部 */
  | 'OWN_BRANCH'
  /** 单独建立党委 */
  | 'OWN_COMMITTEE'
  /** 单独建立党总支 */
  | 'OWN_GENERAL_BRANCH';

/** A fact that decided a result. */
export type Evidence = {
  __typename?: 'Evidence';
  /** First day on which it holds. */
  since?: Maybe<Scalars['Date']['output']>;
  /** What it is, in Chinese. */
  title: Scalars['String']['output'];
  /** Exclusive end; null while it is open. */
  until?: Maybe<Scalars['Date']['output']>;
  /** Its value as text, in Chinese terms. */
  value: Scalars['String']['output'];
  /** Its value as text, in the names of the schema. */
  valueEnglish: Scalars['String']['output'];
};

/** Why an indicator is met or not. */
export type Explanation = {
  __typename?: 'Explanation';
  /** The facts that decided, in the order in which the rule asks for them. */
  evidence: Array<Evidence>;
  indicator: Indicator;
  /** What would close the gap; empty otherwise. */
  nextSteps: Array<NextStepAdvice>;
  /** Reasons of a gap, the primary one first; empty otherwise. */
  reasons: Array<GapReason>;
  result: Result;
  /** The rule in Chinese. */
  rule: Scalars['String']['output'];
  /** The rule in English. */
  ruleEnglish: Scalars['String']['output'];
  /** Version of the definition in force on the date. */
  version: Scalars['String']['output'];
};

/** What a rule of the look-back finds of one subject (问题). */
export type Finding = {
  __typename?: 'Finding';
  asOf: Scalars['Date']['output'];
  /** Credit code, or code of the organisation or instructor. */
  code: Scalars['String']['output'];
  /** Days from `since` to the date; negative until it begins. */
  days: Scalars['Int']['output'];
  /** The facts that decided. */
  evidence: Array<Evidence>;
  instructor?: Maybe<Instructor>;
  /** How to mend it, in Chinese. */
  mend: Scalars['String']['output'];
  mendEnglish: Scalars['String']['output'];
  /** Name; MASKED for an instructor without the right to persons. */
  name: Scalars['String']['output'];
  organisation?: Maybe<Organisation>;
  region?: Maybe<Region>;
  regionCode?: Maybe<Scalars['RegionCode']['output']>;
  regionName?: Maybe<Scalars['String']['output']>;
  rule: Indicator;
  /** First day of the unbroken run; with `dueBetween` the day on which it begins. */
  since: Scalars['Date']['output'];
  /** Whether the run began with a new version of the policy or the definition. */
  sinceRuleChange: Scalars['Boolean']['output'];
  subject: Subject;
  /** What is wrong, with its numbers, in Chinese. */
  text: Scalars['String']['output'];
  textEnglish: Scalars['String']['output'];
  /** The unit, where the subject is one; the other two likewise. */
  unit?: Maybe<Unit>;
};

/** A page of findings. */
export type FindingConnection = {
  __typename?: 'FindingConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<FindingEdge>;
  nodes: Array<Finding>;
  pageInfo: PageInfo;
  /** Exact number; equals the rule's `gap` under the same filter. */
  totalCount: Scalars['Int']['output'];
};

/** What a rule finds on a date: the gap of the share are its findings, the numerator those without one. */
export type FindingCount = {
  __typename?: 'FindingCount';
  rule: Indicator;
  share: Share;
};

/** A finding and its place in the list. */
export type FindingEdge = {
  __typename?: 'FindingEdge';
  cursor: Scalars['String']['output'];
  node: Finding;
};

/** Order of findings. */
export type FindingOrder = {
  by: FindingOrderBy;
  direction?: SortDirection;
};

/** 问题排序项: what lists of findings can be ordered by; ties go by code ascending. */
export type FindingOrderBy =
  /** 代码 */
  | 'CODE'
  /** 名称: by code point */
  | 'NAME'
  /** 行政区划代码 */
  | 'REGION'
  /** 问题起始日 */
  | 'SINCE';

/** A unit that an indicator does not reach, and why. */
export type Gap = {
  __typename?: 'Gap';
  /** Days from `since` to the date. */
  days: Scalars['Int']['output'];
  indicator: Indicator;
  /** The ended cover of either kind with the latest `validTo`, then the latest `validFrom`, then code. */
  lastCover?: Maybe<Cover>;
  /** What would close it, by the policy's table; never a number of admissions. */
  nextSteps: Array<NextStepAdvice>;
  /** The primary reason first, then what holds besides it. */
  reasons: Array<GapReason>;
  /** First day of the unbroken run in this gap. */
  since: Scalars['Date']['output'];
  /** Whether the run began with a new version of the policy or the definition. */
  sinceRuleChange: Scalars['Boolean']['output'];
  unit: Unit;
};

/** 缺口时长: how long a gap has been open, in days on the date of the question. */
export type GapAge =
  /** 91至365天 */
  | 'FROM_91_TO_365_DAYS'
  /** 非缺口 */
  | 'NONE'
  /** 365天以上 */
  | 'OVER_365_DAYS'
  /** 90天以内: 0 to 90 days */
  | 'UP_TO_90_DAYS';

/** A page of gaps. */
export type GapConnection = {
  __typename?: 'GapConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<GapEdge>;
  nodes: Array<Gap>;
  pageInfo: PageInfo;
  /** Exact number of gaps; equals the indicator's `gap` under the same filter. */
  totalCount: Scalars['Int']['output'];
};

/** A gap and its place in the list. */
export type GapEdge = {
  __typename?: 'GapEdge';
  cursor: Scalars['String']['output'];
  node: Gap;
};

/** Proposals that would close gaps (补缺方案). */
export type GapPlan = {
  __typename?: 'GapPlan';
  /** The share when every proposal is carried out on the date. */
  after: PlanShare;
  asOf: Scalars['Date']['output'];
  /** The indicator's share as it is. */
  before: PlanShare;
  /** Gaps that the proposals would close. */
  closed: Scalars['Int']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  /** Number of gaps; equals the indicator's `gap` under the same filter. */
  gaps: Scalars['Int']['output'];
  indicator: Indicator;
  /** The gaps without a proposal, by credit code. */
  open?: Maybe<OpenGapConnection>;
  /** The proposals, by the credit code of their first unit. */
  proposals?: Maybe<ProposalConnection>;
  /** Gaps without a proposal by reason, in the order of the enum. */
  reasons: Array<PlanReasonCount>;
  /** The same by region, by code. */
  regions: Array<PlanRegion>;
  /** Proposals and units by step, in the order of the enum; a step without a proposal is left out. */
  steps: Array<PlanStepCount>;
};


/** Proposals that would close gaps (补缺方案). */
export type GapPlanOpenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  reasons?: InputMaybe<Array<PlanReason>>;
};


/** Proposals that would close gaps (补缺方案). */
export type GapPlanProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  steps?: InputMaybe<Array<NextStep>>;
};

/** A reason of a gap. */
export type GapReason = {
  __typename?: 'GapReason';
  code: GapReasonCode;
  /** The reason in Chinese, with its facts. */
  message: Scalars['String']['output'];
};

/** 缺口原因: closed list; the first four are primary and exclude each other, the others stand beside one. */
export type GapReasonCode =
  /** 覆盖已终止: no cover that counts is in force and the last one ended */
  | 'COVER_ENDED'
  /** 覆盖不计入: a cover is in force but not counted by this indicator */
  | 'COVER_NOT_COUNTED'
  /** 应建未建: three or more full members and no organisation that counts */
  | 'DUE_NOT_ESTABLISHED'
  /** 党员不足三名 */
  | 'MEMBERS_BELOW_THRESHOLD'
  /** 人数未报 */
  | 'MEMBERS_NOT_REPORTED'
  /** 未建立: shown in place of the four above to viewers without the right to member figures */
  | 'NOT_ESTABLISHED'
  /** 没有党员 */
  | 'NO_MEMBERS';

/** 期间粒度: length of the periods of a series. */
export type Grain =
  /** 半年 */
  | 'HALF_YEAR'
  /** 月 */
  | 'MONTH'
  /** 季 */
  | 'QUARTER'
  /** 年 */
  | 'YEAR';

/** An import of files (导入). */
export type Import = Node & {
  __typename?: 'Import';
  finishedAt?: Maybe<Scalars['Time']['output']>;
  id: Scalars['ID']['output'];
  recorder: Scalars['String']['output'];
  /** The report as JSON text. */
  report?: Maybe<Scalars['String']['output']>;
  startedAt: Scalars['Time']['output'];
  state: ImportState;
};

/** 导入状态: state of an import. */
export type ImportState =
  /** 已完成 */
  | 'DONE'
  /** 失败 */
  | 'FAILED'
  /** 中断 */
  | 'INTERRUPTED'
  /** 进行中 */
  | 'RUNNING'
  /** 已撤销 */
  | 'UNDONE';

/** A named, versioned share (指标). */
export type Indicator = {
  __typename?: 'Indicator';
  /** Formula text in Chinese. */
  formula: Scalars['String']['output'];
  /** Formula text in English. */
  formulaEnglish: Scalars['String']['output'];
  key: Scalars['IndicatorKey']['output'];
  /** Whether it is a rule of the look-back (回头看), so that its gaps are findings. */
  lookBack: Scalars['Boolean']['output'];
  /** Whether its population depends on member figures. */
  memberBased: Scalars['Boolean']['output'];
  /** Regulation or source. */
  regulation: Scalars['String']['output'];
  /** What it is a share of. */
  subject: Subject;
  /** Chinese title. */
  title: Scalars['String']['output'];
  /** English title. */
  titleEnglish: Scalars['String']['output'];
  /** Version in force today. */
  version: IndicatorVersion;
  /** All versions, oldest first. */
  versions: Array<IndicatorVersion>;
};

/** Result of one indicator for one unit on one date. */
export type IndicatorResult = {
  __typename?: 'IndicatorResult';
  indicator: Indicator;
  result: Result;
};

/** A version of a definition. */
export type IndicatorVersion = {
  __typename?: 'IndicatorVersion';
  note?: Maybe<Scalars['String']['output']>;
  /** First day on which it is in force; null since ever. */
  validFrom?: Maybe<Scalars['Date']['output']>;
  /** Exclusive end; null while it is in force. */
  validTo?: Maybe<Scalars['Date']['output']>;
  version: Scalars['String']['output'];
};

/** A section of GB/T 4754-2017 (行业门类). */
export type Industry = {
  __typename?: 'Industry';
  code: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

/** An instructor or liaison (党建指导员、联络员) as of a date. */
export type Instructor = Node & {
  __typename?: 'Instructor';
  code: Scalars['String']['output'];
  employer?: Maybe<Scalars['String']['output']>;
  /** What the look-back finds of the person on the date. */
  findings: Array<Finding>;
  id: Scalars['ID']['output'];
  /** Day of the last recorded visit by the date; null without one. */
  lastVisitOn?: Maybe<Scalars['Date']['output']>;
  /** Operating units whose cover by this person is in force on the date. */
  liveUnits: Scalars['Int']['output'];
  /** MASKED without the right to persons. */
  name: Scalars['String']['output'];
  /** MASKED without the right to persons. */
  phone?: Maybe<Scalars['String']['output']>;
  region?: Maybe<Region>;
  role: InstructorRole;
  serviceFrom?: Maybe<Scalars['Date']['output']>;
  serviceTo?: Maybe<Scalars['Date']['output']>;
  /** Units that the policy lets one instructor have. */
  unitLimit: Scalars['Int']['output'];
  /** Units whose cover by this person is in force on the date, by credit code. */
  units: UnitConnection;
  /** Visits, newest first, at most 100. */
  visits: Array<Visit>;
};


/** An instructor or liaison (党建指导员、联络员) as of a date. */
export type InstructorUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of instructors. */
export type InstructorConnection = {
  __typename?: 'InstructorConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<InstructorEdge>;
  nodes: Array<Instructor>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** An instructor and its place in the list. */
export type InstructorEdge = {
  __typename?: 'InstructorEdge';
  cursor: Scalars['String']['output'];
  node: Instructor;
};

/** Which instructors. */
export type InstructorFilter = {
  /** true (default): only those in service on the date. */
  inService?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those without a recorded visit on or after this day. */
  notVisitedSince?: InputMaybe<Scalars['Date']['input']>;
  /** true: only those with more live units than the policy allows; false: the others. */
  overloaded?: InputMaybe<Scalars['Boolean']['input']>;
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  roles?: InputMaybe<Array<InstructorRole>>;
};

/** 指导员角色: role of a person sent to a unit without an organisation. */
export type InstructorRole =
  /** 党建指导员 */
  | 'INSTRUCTOR'
  /** 党建联络员 */
  | 'LIAISON';

/** Whole numbers between bounds; every given bound must hold. */
export type IntRange = {
  eq?: InputMaybe<Scalars['Int']['input']>;
  gt?: InputMaybe<Scalars['Int']['input']>;
  gte?: InputMaybe<Scalars['Int']['input']>;
  lt?: InputMaybe<Scalars['Int']['input']>;
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** 联合依据: basis of a JOINT set-up; only UNIT has a width limit. */
export type JointBasis =
  /** 按区域联合 */
  | 'REGION'
  /** 按行业联合 */
  | 'TRADE'
  /** 按单位联合 */
  | 'UNIT';

/** What became of a key. */
export type KeyPayload = {
  __typename?: 'KeyPayload';
  name: Scalars['String']['output'];
  /** The secret, shown once; null when a key was revoked. */
  secret?: Maybe<Scalars['String']['output']>;
};

/** How the posts of Party and management of a state-owned enterprise are filled (领导体制), from a date on. */
export type Leadership = {
  __typename?: 'Leadership';
  /** Whether posts are filled by cross-appointment (双向进入、交叉任职). */
  crossAppointed: Answer;
  /** Recorded exception; null without one. */
  exceptionDocument?: Maybe<Scalars['String']['output']>;
  /** Whether secretary and chairman are one person (一肩挑). */
  onePerson: Answer;
  validFrom: Scalars['Date']['output'];
  /** Exclusive end; null while it is open. */
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** A trade union, Youth League or women's federation (群团组织). */
export type MassOrganisation = Node & {
  __typename?: 'MassOrganisation';
  code: Scalars['String']['output'];
  dissolvedOn?: Maybe<Scalars['Date']['output']>;
  establishedOn?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  kind: MassOrganisationKind;
  name: Scalars['String']['output'];
  region?: Maybe<Region>;
};

/** 群团组织类别: kind of a mass organisation. */
export type MassOrganisationKind =
  /** 工会 */
  | 'TRADE_UNION'
  /** 妇联 */
  | 'WOMENS_FEDERATION'
  /** 共青团 */
  | 'YOUTH_LEAGUE';

/** 度量: a number of a share that rows can be ordered by. */
export type Measure =
  /** 分母 */
  | 'DENOMINATOR'
  /** 不纳入 */
  | 'EXEMPT'
  /** 缺口 */
  | 'GAP'
  /** 不适用 */
  | 'NOT_APPLICABLE'
  /** 分子 */
  | 'NUMERATOR'
  /** 比率 */
  | 'RATE'
  /** 差额 */
  | 'SHORTFALL'
  /** 未知 */
  | 'UNKNOWN';

/** 党员数可见性: whether the member figures of a single unit are shown to this viewer. */
export type MemberFigures =
  /** 无权查看 */
  | 'FORBIDDEN'
  /** 显示 */
  | 'SHOWN';

/** What moved an indicator between two dates. */
export type Movement = {
  __typename?: 'Movement';
  dataVersion: Scalars['DataVersion']['output'];
  from: Scalars['Date']['output'];
  indicator: Indicator;
  rows: Array<MovementRow>;
  to: Scalars['Date']['output'];
  total: MovementRow;
};

/** Units that a term of a movement counts. */
export type MovementFilter = {
  from: Scalars['Date']['input'];
  indicator: Scalars['IndicatorKey']['input'];
  term: MovementTerm;
  to: Scalars['Date']['input'];
};

/** The movement of one group. Each term opens with `units(where: {movement: …})`. */
export type MovementRow = {
  __typename?: 'MovementRow';
  denominatorFrom: Scalars['Int']['output'];
  denominatorTo: Scalars['Int']['output'];
  enteredMet: Scalars['Int']['output'];
  enteredUnmet: Scalars['Int']['output'];
  /** UNMET, then MET. */
  gained: Scalars['Int']['output'];
  /** The group's dimensions, as in a coverage row; its shares are those of the second date. */
  group: CoverageRow;
  leftMet: Scalars['Int']['output'];
  leftUnmet: Scalars['Int']['output'];
  /** MET, then UNMET. */
  lost: Scalars['Int']['output'];
  numeratorFrom: Scalars['Int']['output'];
  numeratorTo: Scalars['Int']['output'];
};

/** 变动项: a term of the movement between two dates. */
export type MovementTerm =
  /** 新进入且达到: not in the denominator, then MET */
  | 'ENTERED_MET'
  /** 新进入未达到: not in the denominator, then UNMET */
  | 'ENTERED_UNMET'
  /** 新增达到: UNMET on the first date, MET on the second */
  | 'GAINED'
  /** 退出前达到: MET, then not in the denominator */
  | 'LEFT_MET'
  /** 退出前未达到: UNMET, then not in the denominator */
  | 'LEFT_UNMET'
  /** 由达到变为未达到: MET, then UNMET */
  | 'LOST';

/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Answers items (反馈): what was done to mend them. Items that are ASSIGNED or REOPENED. */
  answerReviewItems?: Maybe<ReviewPayload>;
  /**
   * Assigns items to an organisation with a due date (交办): items that are OPEN, ASSIGNED or REOPENED. This and the acts below need the right to
   * write; the items are of one round and in the scope.
   */
  assignReviewItems?: Maybe<ReviewPayload>;
  /**
   * Checks answered items (核查): closes them (销号) or reopens them (退回整改). Nobody checks what they answered themselves, told by the key's
   * name; in the demo without keys everybody is one name, so that it is allowed there, with a warning.
   */
  checkReviewItems?: Maybe<ReviewPayload>;
  /** Closes a round whose items are all closed. The round's region must lie in the scope. */
  closeReviewRound?: Maybe<ReviewPayload>;
  /** Makes a key; the secret is shown once. */
  createKey?: Maybe<KeyPayload>;
  /**
   * Opens a round (开展回头看): the findings of the rules in a region on a date are frozen, each as an item. It needs the right to write, and the
   * region must lie in the scope. The same code again is a conflict.
   */
  openReviewRound?: Maybe<ReviewPayload>;
  /** Adds or changes candidates and records their steps (培养对象); a step out of order is a problem with the rule's text. */
  recordCandidates?: Maybe<WritePayload>;
  /** Revokes a key by name. */
  revokeKey?: Maybe<KeyPayload>;
  /** Sets the policy; spans of the new rule set are built beside the old ones, then switched. */
  setPolicy?: Maybe<PolicyPayload>;
  /** Takes an import back: what it recorded is superseded, what it superseded comes back. */
  undoImport?: Maybe<WritePayload>;
  /** Adds, corrects or withdraws covers (覆盖关系). */
  upsertCovers?: Maybe<WritePayload>;
  /** Adds or changes organisations by code (党组织). */
  upsertOrganisations?: Maybe<WritePayload>;
  /** Adds or changes units by credit code (单位), in a batch of at most 10,000. */
  upsertUnits?: Maybe<WritePayload>;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationAnswerReviewItemsArgs = {
  input: AnswerReviewItemsInput;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationAssignReviewItemsArgs = {
  input: AssignReviewItemsInput;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationCheckReviewItemsArgs = {
  input: CheckReviewItemsInput;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationCloseReviewRoundArgs = {
  code: Scalars['String']['input'];
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationCreateKeyArgs = {
  input: CreateKeyInput;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationOpenReviewRoundArgs = {
  input: OpenReviewRoundInput;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationRecordCandidatesArgs = {
  input: RecordCandidatesInput;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationRevokeKeyArgs = {
  name: Scalars['String']['input'];
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationSetPolicyArgs = {
  text: Scalars['String']['input'];
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationUndoImportArgs = {
  id: Scalars['ID']['input'];
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationUpsertCoversArgs = {
  input: UpsertCoversInput;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationUpsertOrganisationsArgs = {
  input: UpsertOrganisationsInput;
};


/** The writes. Each call is one commit, all or nothing; faults come back as `problems`, not as errors. */
export type MutationUpsertUnitsArgs = {
  input: UpsertUnitsInput;
};

/** 下一步: what would close the gap by the policy's table; never a number of admissions. */
export type NextStep =
  /** 挂靠组建 */
  | 'AFFILIATE'
  /** 成立兼合式党组织 */
  | 'COMBINED'
  /** 建立党组织: shown in place of the others to viewers without the right to member figures */
  | 'ESTABLISH'
  /** 选派党建指导员 */
  | 'INSTRUCTOR'
  /** 联合组建 */
  | 'JOIN'
  /** 补报党员人数 */
  | 'REPORT_MEMBERS'
  /** 选派党员 */
  | 'SEND_IN_MEMBERS'
  /** 单独组建 */
  | 'STAND_ALONE'
  /** 建立工会或共青团 */
  | 'UNION_OR_LEAGUE';

/** A step that would close a gap. */
export type NextStepAdvice = {
  __typename?: 'NextStepAdvice';
  /** The step in Chinese. */
  message: Scalars['String']['output'];
  step: NextStep;
};

/** Anything with a global id. */
export type Node = {
  /** Global id, opaque; use it with `node`. */
  id: Scalars['ID']['output'];
};

/** A secretary or deputy secretary (书记、副书记). */
export type Officer = {
  __typename?: 'Officer';
  /** UNKNOWN where not reported, and without the right to persons. */
  eligibility: Eligibility;
  /** MASKED without the right to persons. */
  name: Scalars['String']['output'];
  role: OfficerRole;
  validFrom: Scalars['Date']['output'];
  /** Exclusive end; null while it is open. */
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** 班子职务: post in the committee of an organisation. */
export type OfficerRole =
  /** 副书记 */
  | 'DEPUTY_SECRETARY'
  /** 书记 */
  | 'SECRETARY';

/** A gap without a proposal. */
export type OpenGap = {
  __typename?: 'OpenGap';
  /** The reason in Chinese, and what to do first. */
  message: Scalars['String']['output'];
  reason: PlanReason;
  unit: Unit;
};

/** A page of gaps without a proposal. */
export type OpenGapConnection = {
  __typename?: 'OpenGapConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<OpenGapEdge>;
  nodes: Array<OpenGap>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A gap without a proposal and its place in the list. */
export type OpenGapEdge = {
  __typename?: 'OpenGapEdge';
  cursor: Scalars['String']['output'];
  node: OpenGap;
};

export type OpenReviewRoundInput = {
  /** Date of the findings; default today, and not ahead. */
  asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Code that people use, for example 2026-Q4; unique, at most 64 characters. */
  code: Scalars['String']['input'];
  /** Scope; default the viewer's own region. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Rules whose findings are frozen; default all that the viewer may see. */
  rules?: InputMaybe<Array<Scalars['IndicatorKey']['input']>>;
  /** At most 255 characters. */
  title: Scalars['String']['input'];
};

/** 运营情况: whether a unit operates on the date, or the one reason why it is exempt. */
export type Operation =
  /** 注销 */
  | 'DEREGISTERED'
  /** 新设立: founded less than the policy's grace period ago (off by default) */
  | 'GRACE'
  /** 未实际运营 */
  | 'NOT_OPERATING'
  /** 实体运营 */
  | 'OPERATING'
  /** 吊销 */
  | 'REVOKED'
  /** 停业 */
  | 'SUSPENDED';

/** 机关类别: kind of an organ. */
export type OrganKind =
  /** 法院 */
  | 'COURT'
  /** 政协机关 */
  | 'CPPCC'
  /** 政府机关 */
  | 'GOVERNMENT_ORGAN'
  /** 群团机关 */
  | 'MASS_ORGAN'
  /** 党委机关 */
  | 'PARTY_ORGAN'
  /** 人大机关 */
  | 'PEOPLES_CONGRESS'
  /** 检察院 */
  | 'PROCURATORATE'
  /** 参公事业单位 */
  | 'PUBLIC_INSTITUTION';

/** An organ (机关). */
export type OrganProfile = {
  __typename?: 'OrganProfile';
  kind?: Maybe<OrganKind>;
  /** Rank (级别). */
  rank: UnitKind;
};

/** A primary-level Party organisation (基层党组织) as of a date. */
export type Organisation = Node & {
  __typename?: 'Organisation';
  /** Recorded activities (组织生活), newest first, at most 100. */
  activities: Array<Activity>;
  /** 批复文号. */
  approvalDocument?: Maybe<Scalars['String']['output']>;
  approvedOn?: Maybe<Scalars['Date']['output']>;
  asOf: Scalars['Date']['output'];
  /** Directly subordinate organisations that live on the date, by code. */
  children: OrganisationConnection;
  /** 党组织代码. */
  code: Scalars['String']['output'];
  /** Its covers of every date, by `validFrom`, then unit; with `inForce` only those in force on the date, or only the others. */
  covers: Array<Cover>;
  /** Exclusive end of its life; null while it lives. */
  dissolvedOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it is the Party committee of an education system (教育系统党委). */
  educationCommittee: Scalars['Boolean']['output'];
  establishedOn: Scalars['Date']['output'];
  /** What the look-back finds of it on the date. */
  findings: Array<Finding>;
  fullMembers?: Maybe<Scalars['Int']['output']>;
  /** Hosting organisation of a combined one (依托党组织). */
  host?: Maybe<Organisation>;
  id: Scalars['ID']['output'];
  kind: OrganisationKind;
  name: Scalars['String']['output'];
  nature: OrganisationNature;
  /** Secretaries and deputies of every date, by `validFrom`; names are MASKED without the right to persons. */
  officers: Array<Officer>;
  /** The superior (上级党组织); null at the top. */
  parent?: Maybe<Organisation>;
  /** Members that take part in a combined organisation, by home organisation; in force on the date. */
  participants: Array<Participation>;
  /** Full members taking part, all homes together; null where one is not reported. */
  participatingFullMembers?: Maybe<Scalars['Int']['output']>;
  probationaryMembers?: Maybe<Scalars['Int']['output']>;
  region?: Maybe<Region>;
  /** Whether the conditions of its set-ups hold on the date (组建条件): those of COMBINED (兼合式), JOINT and AFFILIATED, in the order of the codes; empty for an organisation of its own unit only. */
  setUpConditions: Array<SetUpCondition>;
  /** Set-ups of its covers in force on the date, in the order of the enum. */
  setUps: Array<SetUp>;
  /** First day of the committee's term (本届起始). */
  termBeganOn?: Maybe<Scalars['Date']['output']>;
  /** Day on which the next election is due (届满). */
  termEndsOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it is recorded as the territorial committee of its region (属地党组织). */
  territorial: Scalars['Boolean']['output'];
  /** Units that it covers on the date, of any status. */
  units: UnitConnection;
};


/** A primary-level Party organisation (基层党组织) as of a date. */
export type OrganisationChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


/** A primary-level Party organisation (基层党组织) as of a date. */
export type OrganisationCoversArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  inForce?: InputMaybe<Scalars['Boolean']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


/** A primary-level Party organisation (基层党组织) as of a date. */
export type OrganisationUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UnitOrder>>;
  where?: InputMaybe<UnitFilter>;
};

/** A page of organisations. */
export type OrganisationConnection = {
  __typename?: 'OrganisationConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<OrganisationEdge>;
  nodes: Array<Organisation>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** An organisation and its place in the list. */
export type OrganisationEdge = {
  __typename?: 'OrganisationEdge';
  cursor: Scalars['String']['output'];
  node: Organisation;
};

/** Which organisations. Different fields must all hold. */
export type OrganisationFilter = {
  codes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** true: only those that break a condition of a set-up; false: only those that break none. It needs the right to member figures. */
  conditionsBroken?: InputMaybe<Scalars['Boolean']['input']>;
  /** true: only those dissolved by the date; false (default): only those that live. */
  dissolved?: InputMaybe<Scalars['Boolean']['input']>;
  kinds?: InputMaybe<Array<OrganisationKind>>;
  name?: InputMaybe<TextFilter>;
  natures?: InputMaybe<Array<OrganisationNature>>;
  /** Regions with their subtrees. */
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  /** Set-ups of their covers in force on the date; NONE for organisations that cover no unit. */
  setUps?: InputMaybe<Array<SetUp>>;
  /** Organisations by code with everything subordinate to them. */
  superiors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** End of the current term. */
  termEndsOn?: InputMaybe<DateRange>;
};

/** 党组织类别: kind of a primary-level Party organisation. */
export type OrganisationKind =
  /** 党支部 */
  | 'BRANCH'
  /** 党委 */
  | 'COMMITTEE'
  /** 党总支 */
  | 'GENERAL_BRANCH'
  /** 党工委: outside the size rules */
  | 'WORKING_COMMITTEE';

/** 党组织性质: TEMPORARY and FUNCTIONAL ones do not count as coverage by default. */
export type OrganisationNature =
  /** 功能型 */
  | 'FUNCTIONAL'
  /** 流动 */
  | 'MOBILE'
  /** 常设 */
  | 'REGULAR'
  /** 临时 */
  | 'TEMPORARY';

/** Order of organisations. */
export type OrganisationOrder = {
  by: OrganisationOrderBy;
  direction?: SortDirection;
};

/** 党组织排序项: what lists of organisations can be ordered by; ties go by code ascending. */
export type OrganisationOrderBy =
  /** 党组织代码 */
  | 'CODE'
  /** 成立日期 */
  | 'ESTABLISHED_ON'
  /** 党组织名称: by code point */
  | 'NAME'
  /** 届满日期 */
  | 'TERM_ENDS_ON';

/** An organisation by code; see `Organisation` for the meaning of the fields. */
export type OrganisationUpsert = {
  approvalDocument?: InputMaybe<Scalars['String']['input']>;
  approvedOn?: InputMaybe<Scalars['Date']['input']>;
  code: Scalars['String']['input'];
  dissolvedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Whether it is the Party committee of an education system. */
  educationCommittee?: InputMaybe<Scalars['Boolean']['input']>;
  establishedOn?: InputMaybe<Scalars['Date']['input']>;
  fullMembers?: InputMaybe<Scalars['Int']['input']>;
  host?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<OrganisationKind>;
  name?: InputMaybe<Scalars['String']['input']>;
  nature?: InputMaybe<OrganisationNature>;
  parent?: InputMaybe<Scalars['String']['input']>;
  probationaryMembers?: InputMaybe<Scalars['Int']['input']>;
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  setUp?: InputMaybe<SetUp>;
  termBeganOn?: InputMaybe<Scalars['Date']['input']>;
  termEndsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Whether it is the territorial committee of its region. */
  territorial?: InputMaybe<Scalars['Boolean']['input']>;
  validFrom?: InputMaybe<Scalars['Date']['input']>;
};

/** 培养结果: how a candidate's direction ended. */
export type Outcome =
  /** 已完成 */
  | 'COMPLETED'
  /** 停止培养 */
  | 'DISCONTINUED'
  /** 已隐藏 */
  | 'MASKED'
  /** 调离 */
  | 'MOVED'
  /** 本人退出 */
  | 'WITHDREW';

/** Candidates that ended with an outcome. */
export type OutcomeCount = {
  __typename?: 'OutcomeCount';
  count: Scalars['Int']['output'];
  outcome: Outcome;
};

/** Where a page of a list begins and ends (分页). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last entry; give it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more behind this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Members of one home organisation that take part in a combined one (兼合式党组织参加人员); it never moves a headcount. */
export type Participation = {
  __typename?: 'Participation';
  fullMembers?: Maybe<Scalars['Int']['output']>;
  home: Organisation;
  probationaryMembers?: Maybe<Scalars['Int']['output']>;
  validFrom: Scalars['Date']['output'];
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** Periods of a series, both ends inclusive. A stock is taken on the last day of each; a period not yet ended is answered as of today. */
export type Periods = {
  from: Scalars['Period']['input'];
  grain: Grain;
  to: Scalars['Period']['input'];
};

/** 联合范围: what the units of a proposed joint branch have in common, the nearest first. */
export type PlanBasis =
  /** 同县同行业: same section of GB/T 4754-2017 in the same county */
  | 'INDUSTRY'
  /** 同一乡镇街道 */
  | 'TOWNSHIP'
  /** 同一园区: same park, building, market or business district */
  | 'ZONE';

/** 挂靠依托: why a proposed host is near to a unit, the nearest first. */
export type PlanHost =
  /** 业务主管单位党组织: own organisation of the unit that supervises it */
  | 'SUPERVISING_BODY'
  /** 社区或乡镇街道党组织: territorial committee of its community or township */
  | 'TERRITORY'
  /** 园区党组织: the zone's own organisation */
  | 'ZONE';

/** 未提方案原因: closed list: why a plan has no proposal for a gap. */
export type PlanReason =
  /** 人数未报: report the members first */
  | 'MEMBERS_NOT_REPORTED'
  /** 无党组织可挂靠: nobody to join with, and no supervising body's, zone's, community's or township's organisation to affiliate with */
  | 'NO_HOST'
  /** 指导员无余力: no instructor of the county or above it can take another unit */
  | 'NO_INSTRUCTOR_CAPACITY'
  /** 无单位可联合: the neighbours that still have to join do not reach the number of full members together */
  | 'NO_NEIGHBOURS'
  /** 政策未列下一步: the policy's table names no step that a plan can propose */
  | 'NO_STEP'
  /** 只可工作覆盖: without members only work coverage is possible, which the indicator does not count */
  | 'ONLY_WORK_COVERAGE'
  /** 方式不计入: the policy's next step is a set-up that the policy does not count as coverage */
  | 'STEP_NOT_COUNTED';

/** Gaps without a proposal for one reason. */
export type PlanReasonCount = {
  __typename?: 'PlanReasonCount';
  reason: PlanReason;
  /** The reason in Chinese. */
  reasonName: Scalars['String']['output'];
  units: Scalars['Int']['output'];
};

/** The share of one region. */
export type PlanRegion = {
  __typename?: 'PlanRegion';
  after: PlanShare;
  before: PlanShare;
  region: Region;
};

/** A share of the plan's indicator. */
export type PlanShare = {
  __typename?: 'PlanShare';
  denominator: Scalars['Int']['output'];
  gap: Scalars['Int']['output'];
  numerator: Scalars['Int']['output'];
  /** From 0 to 1, unrounded; null when the denominator is 0. */
  rate?: Maybe<Scalars['Float']['output']>;
};

/** Proposals of one step. */
export type PlanStepCount = {
  __typename?: 'PlanStepCount';
  proposals: Scalars['Int']['output'];
  step: NextStep;
  /** The step in Chinese. */
  stepName: Scalars['String']['output'];
  /** Units in them. */
  units: Scalars['Int']['output'];
};

/** The policy in force (政策). */
export type Policy = {
  __typename?: 'Policy';
  hash: Scalars['String']['output'];
  recorder?: Maybe<Scalars['String']['output']>;
  setAt?: Maybe<Scalars['Time']['output']>;
  /** The file as it was set. */
  text: Scalars['String']['output'];
};

/** What became of a policy. */
export type PolicyPayload = {
  __typename?: 'PolicyPayload';
  hash?: Maybe<Scalars['String']['output']>;
  problems: Array<Problem>;
};

/** A fault in what was to be written. */
export type Problem = {
  __typename?: 'Problem';
  /** One of the closed list in docs/errors.md. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  /** Place in the input, for example units[3].creditCode. */
  path: Scalars['String']['output'];
  /** A warning does not stop the write. */
  warning: Scalars['Boolean']['output'];
};

/** One act that would close the gaps of its units (方案). */
export type Proposal = {
  __typename?: 'Proposal';
  /** What the units of a joint branch have in common; null for other steps. */
  basis?: Maybe<PlanBasis>;
  /** Full members of all units together; for COMBINED those who can take part, homes elsewhere included. */
  fullMembers: Scalars['Int']['output'];
  /** The organisation to affiliate with, or to host a combined one (依托党组织); null where none is needed or near. */
  host?: Maybe<Organisation>;
  /** Why the host is near. */
  hostRelation?: Maybe<PlanHost>;
  /** The instructor to be sent; null for other steps. */
  instructor?: Maybe<Instructor>;
  /** The proposal in Chinese. */
  message: Scalars['String']['output'];
  /** STAND_ALONE, JOIN, AFFILIATE, COMBINED or INSTRUCTOR. */
  step: NextStep;
  unitCount: Scalars['Int']['output'];
  /** By credit code; only JOIN has more than one. */
  units: Array<Unit>;
};

/** A page of proposals. */
export type ProposalConnection = {
  __typename?: 'ProposalConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<ProposalEdge>;
  nodes: Array<Proposal>;
  pageInfo: PageInfo;
  /** Exact number of proposals with the asked steps. */
  totalCount: Scalars['Int']['output'];
};

/** A proposal and its place in the list. */
export type ProposalEdge = {
  __typename?: 'ProposalEdge';
  cursor: Scalars['String']['output'];
  node: Proposal;
};

/** 公办民办: who runs a school. */
export type PublicOrPrivate =
  /** 不适用: not a school */
  | 'NONE'
  /** 民办 */
  | 'PRIVATE'
  /** 公办 */
  | 'PUBLIC'
  /** 未报告 */
  | 'UNKNOWN';

/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type Query = {
  __typename?: 'Query';
  /**
   * The annual return (年报): every operating unit on a date in exactly one row of one table, organisations beside units, and the identities
   * checked. Every cell opens: `units(where: {returnCell: {table:, row:, column:}}, asOf:)` with the same `where` lists its units.
   */
  annualReturn?: Maybe<AnnualReturn>;
  /** One candidate (培养对象) of three-way cultivation by code. */
  candidate?: Maybe<Candidate>;
  /**
   * Numbers of candidates (三向培养统计) on a date, by group: in the order of `groupBy`, regions by code, schools by credit code. Each count opens:
   * `candidates(where: …, asOf: …)` with the row's dimensions. Without the right to persons the date is today, the filter regions of county
   * level and above, the dimensions REGION, DIRECTION, STAGE and PENDING, and cells of one or two persons are left out of every number (`withheld`).
   */
  candidateCounts?: Maybe<CandidateCounts>;
  /**
   * What became of candidates between two dates (培养变动): remaining = pendingBefore + entered − completed − ended, exactly, in every row. A
   * candidate belongs to the group of its school on the second date. It needs the right to persons, because it tells what single persons did.
   */
  candidateFlow?: Maybe<CandidateFlow>;
  /**
   * Candidates of three-way cultivation (三向培养). Without the right to persons: today, masked and without their schools, and only those of cells
   * (county, direction, stage) of three persons and more.
   */
  candidates?: Maybe<CandidateConnection>;
  /**
   * Coverage (覆盖率) by any dimensions on a date, or over periods. One row a group, in the order of `groupBy`: regions and periods
   * by code, enum values in the order of the enum, none last. A group without a unit founded by the date is left out unless
   * `includeEmpty`. Every number opens: `units(where: {results: …})` with the row's dimensions lists what it counts.
   */
  coverage?: Maybe<Coverage>;
  /** The data set: version, freshness, label. */
  dataSet?: Maybe<DataSet>;
  /** What every rule of the look-back finds in a scope on a date, in the order of the catalogue; rules without the right to see them are FORBIDDEN. */
  findingCounts?: Maybe<Array<FindingCount>>;
  /**
   * What a rule of the look-back finds (问题): the subjects in its population that break it on the date. With `dueBetween`, those that do not break
   * it on the date and will from a day in that window on, if nothing is done: terms that end next quarter.
   */
  findings?: Maybe<FindingConnection>;
  /**
   * What would close the gaps of an indicator (补缺方案), and its share before and after. Every gap has exactly one proposal that covers it,
   * or stands in `open` with the reason why not. The same question gives the same plan; it keeps to every limit of the policy and never
   * names a number of admissions. Needs the right to member figures.
   */
  gapPlan?: Maybe<GapPlan>;
  /** The gaps (缺口) of an indicator on a date: the units in its denominator and not in its numerator. */
  gaps?: Maybe<GapConnection>;
  /** One indicator by its key. */
  indicator?: Maybe<Indicator>;
  /** The catalogue (指标目录), in its order: the indicators of coverage, or the rules of the look-back. */
  indicators?: Maybe<Array<Indicator>>;
  /** Industries: the sections A–T of GB/T 4754-2017. */
  industries?: Maybe<Array<Industry>>;
  /** One instructor or liaison (党建指导员、联络员) by code. */
  instructor?: Maybe<Instructor>;
  /** Instructors and liaisons, by code. */
  instructors?: Maybe<InstructorConnection>;
  /**
   * What moved an indicator between two dates (变动): numeratorTo = numeratorFrom + gained − lost + enteredMet − leftMet, exactly, in
   * every row. A unit that changes its group leaves the one and enters the other.
   */
  movement?: Maybe<Movement>;
  /** One object by its global id, as of a date; null where it is not there or outside the viewer's scope. */
  node?: Maybe<Node>;
  /** Several objects by their global ids, in the same order; null where one is not there. */
  nodes?: Maybe<Array<Maybe<Node>>>;
  /** One organisation (党组织) by its code, as of a date. */
  organisation?: Maybe<Organisation>;
  /** Numbers of organisations that live on the date, by KIND, nature, set-up, basis, domain, region or superior; the numbers of a grouping add up to `total`. */
  organisationCounts?: Maybe<Coverage>;
  /** Organisations that live on the date unless `dissolved` asks for the others. */
  organisations?: Maybe<OrganisationConnection>;
  /** The policy (政策) in force: every number and switch with its source. */
  policy?: Maybe<Policy>;
  /**
   * Quality (质量) of coverage by any dimensions on a date, or over periods: shares of units, organisations or instructors without a finding of a
   * rule of the look-back (回头看). Rows are those of `coverage`; `units` counts the subjects. Every gap opens with `findings`.
   */
  quality?: Maybe<Coverage>;
  /** One region (行政区划) with its subtree, as the tree stands on the date. */
  region?: Maybe<Region>;
  /** Regions by code: the top of the viewer's scope, or a level, or the children of one. */
  regions?: Maybe<Array<Region>>;
  /** One round by its code; null where there is none, or it lies outside the scope. */
  reviewRound?: Maybe<ReviewRound>;
  /**
   * Look-back rounds (回头看轮次), the newest first: those of regions in the viewer's scope, and those of wider regions, of which the viewer sees
   * the items in the scope.
   */
  reviewRounds?: Maybe<ReviewRoundConnection>;
  /** One unit (单位) by its credit code, as of a date; null where it was not founded yet, is not there, or is outside the scope. */
  unit?: Maybe<Unit>;
  /** Units of every status unless filtered, founded by the date. */
  units?: Maybe<UnitConnection>;
  /** Who is asking (当前用户). */
  viewer?: Maybe<Viewer>;
  /** One zone by its code. */
  zone?: Maybe<Zone>;
  /** Zones (园区、楼宇、商圈) by code. */
  zones?: Maybe<ZoneConnection>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryAnnualReturnArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  declaredBy?: InputMaybe<Scalars['String']['input']>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  organisations?: Scalars['Boolean']['input'];
  where?: InputMaybe<UnitFilter>;
  year?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryCandidateArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  code: Scalars['String']['input'];
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryCandidateCountsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  groupBy?: Array<CandidateDimension>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  regionLevel?: InputMaybe<RegionLevel>;
  where?: InputMaybe<CandidateFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryCandidateFlowArgs = {
  from: Scalars['Date']['input'];
  groupBy?: Array<CandidateDimension>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  regionLevel?: InputMaybe<RegionLevel>;
  to: Scalars['Date']['input'];
  where?: InputMaybe<CandidateFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryCandidatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CandidateOrder>>;
  where?: InputMaybe<CandidateFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryCoverageArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  gapAgeOf?: InputMaybe<Scalars['IndicatorKey']['input']>;
  groupBy?: Array<Dimension>;
  includeEmpty?: Scalars['Boolean']['input'];
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CoverageOrder>>;
  periods?: InputMaybe<Periods>;
  regionLevel?: InputMaybe<RegionLevel>;
  where?: InputMaybe<UnitFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryFindingCountsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  subject?: InputMaybe<Subject>;
  where?: InputMaybe<SubjectFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryFindingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  dueBetween?: InputMaybe<DateSpan>;
  first?: InputMaybe<Scalars['Int']['input']>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<FindingOrder>>;
  rule: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<SubjectFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryGapPlanArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  indicator?: Scalars['IndicatorKey']['input'];
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  regionLevel?: InputMaybe<RegionLevel>;
  where?: InputMaybe<UnitFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryGapsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  indicator: Scalars['IndicatorKey']['input'];
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UnitOrder>>;
  where?: InputMaybe<UnitFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryIndicatorArgs = {
  key: Scalars['IndicatorKey']['input'];
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryIndicatorsArgs = {
  lookBack?: Scalars['Boolean']['input'];
  subject?: InputMaybe<Subject>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryInstructorArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  code: Scalars['String']['input'];
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryInstructorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  where?: InputMaybe<InstructorFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryMovementArgs = {
  from: Scalars['Date']['input'];
  groupBy?: Array<Dimension>;
  indicator: Scalars['IndicatorKey']['input'];
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  regionLevel?: InputMaybe<RegionLevel>;
  to: Scalars['Date']['input'];
  where?: InputMaybe<UnitFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryNodeArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryNodesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  ids: Array<Scalars['ID']['input']>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryOrganisationArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  code: Scalars['String']['input'];
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryOrganisationCountsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  groupBy?: Array<Dimension>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  regionLevel?: InputMaybe<RegionLevel>;
  where?: InputMaybe<SubjectFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<OrganisationOrder>>;
  where?: InputMaybe<OrganisationFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryQualityArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  gapAgeOf?: InputMaybe<Scalars['IndicatorKey']['input']>;
  groupBy?: Array<Dimension>;
  includeEmpty?: Scalars['Boolean']['input'];
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CoverageOrder>>;
  periods?: InputMaybe<Periods>;
  regionLevel?: InputMaybe<RegionLevel>;
  subject: Subject;
  where?: InputMaybe<SubjectFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryRegionArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  code: Scalars['RegionCode']['input'];
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryRegionsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  level?: InputMaybe<RegionLevel>;
  parent?: InputMaybe<Scalars['RegionCode']['input']>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryReviewRoundArgs = {
  code: Scalars['String']['input'];
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryReviewRoundsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryUnitArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  creditCode: Scalars['CreditCode']['input'];
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  minVersion?: InputMaybe<Scalars['DataVersion']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UnitOrder>>;
  where?: InputMaybe<UnitFilter>;
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryZoneArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  code: Scalars['String']['input'];
};


/**
 * The questions. `asOf` is the day for which a question is asked and defaults to today in the deployment's zone. Different
 * filters must all hold; several values of one filter are alternatives. `minVersion` waits until the answer holds that commit.
 */
export type QueryZonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  where?: InputMaybe<ZoneFilter>;
};

export type RecordCandidatesInput = {
  /** At most 10,000. */
  candidates?: Array<CandidateUpsert>;
  options: WriteOptions;
  /** At most 10,000. */
  steps?: Array<CandidateStepUpsert>;
};

/** A node of the division tree on a date. */
export type Region = Node & {
  __typename?: 'Region';
  /** Children by code. */
  children: Array<Region>;
  /** 12 digits. */
  code: Scalars['RegionCode']['output'];
  id: Scalars['ID']['output'];
  level: RegionLevel;
  name: Scalars['String']['output'];
  parent?: Maybe<Region>;
  /** From the top down to this region. */
  path: Array<Region>;
  /** The share of an indicator over the subtree. Many nodes are counted in one scan. */
  share?: Maybe<Share>;
  /** Units of the subtree founded by the date. */
  unitCount?: Maybe<Scalars['Int']['output']>;
  /** Zones that lie in the subtree, by code. */
  zones: Array<Zone>;
};


/** A node of the division tree on a date. */
export type RegionShareArgs = {
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  of: Scalars['IndicatorKey']['input'];
  weight?: Weight;
  where?: InputMaybe<UnitFilter>;
};


/** A node of the division tree on a date. */
export type RegionUnitCountArgs = {
  where?: InputMaybe<UnitFilter>;
};

/** 行政区划级别: level of a node of the division tree. */
export type RegionLevel =
  /** 地级 */
  | 'CITY'
  /** 县级 */
  | 'COUNTY'
  /** 省级 */
  | 'PROVINCE'
  /** 乡级 */
  | 'TOWNSHIP'
  /** 村级 */
  | 'VILLAGE';

/** 指标结果: result of one indicator for one unit on one date. */
export type Result =
  /** 不纳入: not operating */
  | 'EXEMPT'
  /** 达到 */
  | 'MET'
  /** 不适用: operating, outside the population of the indicator */
  | 'NOT_APPLICABLE'
  /** 未知: the facts that decide were not reported */
  | 'UNKNOWN'
  /** 未达到: a gap */
  | 'UNMET';

/** Units whose result of an indicator is one of several. */
export type ResultFilter = {
  in: Array<Result>;
  indicator: Scalars['IndicatorKey']['input'];
};

/** A number of the return. */
export type ReturnCell = {
  __typename?: 'ReturnCell';
  column: Scalars['String']['output'];
  /** Organisations that cover the units as the row says, each once; null in rows without, and where they were not asked for. */
  organisations?: Maybe<Scalars['Int']['output']>;
  row: Scalars['String']['output'];
  table: Scalars['String']['output'];
  units: Scalars['Int']['output'];
};

/** Units that a cell of the annual return counts, by the keys that the return names. */
export type ReturnCellFilter = {
  /** Default TOTAL. */
  column?: InputMaybe<Scalars['String']['input']>;
  row: Scalars['String']['input'];
  table: Scalars['String']['input'];
};

/** An identity of the return. */
export type ReturnCheck = {
  __typename?: 'ReturnCheck';
  column?: Maybe<Scalars['String']['output']>;
  holds: Scalars['Boolean']['output'];
  left: Scalars['Int']['output'];
  right: Scalars['Int']['output'];
  /** Table and column that it is of; null for the whole. */
  table?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  titleEnglish: Scalars['String']['output'];
};

/** A column of a table. */
export type ReturnColumn = {
  __typename?: 'ReturnColumn';
  key: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

/** A cell that was declared otherwise than it is counted. */
export type ReturnDifference = {
  __typename?: 'ReturnDifference';
  column: Scalars['String']['output'];
  columnTitle: Scalars['String']['output'];
  counted: Scalars['Int']['output'];
  declared: Scalars['Int']['output'];
  /** declared − counted. */
  difference: Scalars['Int']['output'];
  row: Scalars['String']['output'];
  rowTitle: Scalars['String']['output'];
  table: Scalars['String']['output'];
  tableTitle: Scalars['String']['output'];
};

/** A row of a table: of the partition (建立情况), its TOTAL, or supplementary. */
export type ReturnRow = {
  __typename?: 'ReturnRow';
  /** In the order of the columns. */
  cells: Array<ReturnCell>;
  key: Scalars['String']['output'];
  /** Whether the row stands beside the partition: affiliated, combined, with an instructor. Its units are in a row 'not established' as well. */
  supplementary: Scalars['Boolean']['output'];
  title: Scalars['String']['output'];
};

/** One table of the return. */
export type ReturnTable = {
  __typename?: 'ReturnTable';
  /** TOTAL first. */
  columns: Array<ReturnColumn>;
  key: Scalars['String']['output'];
  rows: Array<ReturnRow>;
  title: Scalars['String']['output'];
};

/** 整改记录: what was done with a finding in a round of the look-back. */
export type ReviewAct =
  /** 反馈 */
  | 'ANSWERED'
  /** 交办 */
  | 'ASSIGNED'
  /** 核查销号 */
  | 'CLOSED'
  /** 列入 */
  | 'FROZEN'
  /** 核查退回 */
  | 'REOPENED';

/** Number of items of one group, and how far they are closed. Dimensions that were not asked for are null. */
export type ReviewCount = {
  __typename?: 'ReviewCount';
  /** null also for items that are not assigned; without `assignedToCode` they are. */
  assignedTo?: Maybe<Organisation>;
  assignedToCode?: Maybe<Scalars['String']['output']>;
  closed: Scalars['Int']['output'];
  /** closed / items, from 0 to 1; null without items (销号率). */
  closedRate?: Maybe<Scalars['Float']['output']>;
  items: Scalars['Int']['output'];
  /** Due before the date and not closed. */
  overdue: Scalars['Int']['output'];
  region?: Maybe<Region>;
  rule?: Maybe<Indicator>;
  state?: Maybe<ReviewState>;
  subject?: Maybe<Subject>;
};

/** 整改统计维度: what items of a round can be grouped by. */
export type ReviewDimension =
  /** 责任党组织 */
  | 'ASSIGNED_TO'
  /** 行政区划 */
  | 'REGION'
  /** 规则 */
  | 'RULE'
  /** 整改状态 */
  | 'STATE'
  /** 统计对象 */
  | 'SUBJECT';

/** One act on an item: what, who and when. */
export type ReviewEvent = {
  __typename?: 'ReviewEvent';
  act: ReviewAct;
  /** Name of the key with which it was done. */
  actor: Scalars['String']['output'];
  /** Organisation in charge from then on; null until the item is assigned. */
  assignedTo?: Maybe<Organisation>;
  assignedToCode?: Maybe<Scalars['String']['output']>;
  at: Scalars['Time']['output'];
  /** Due date from then on. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** MASKED without the right to persons, whom a free text may name. */
  note?: Maybe<Scalars['String']['output']>;
  /** State of the item after it. */
  state: ReviewState;
};

/** Which items of a round. Different fields must all hold; several values of one are alternatives. */
export type ReviewFilter = {
  /** Organisations by code; NONE stands for items that are not assigned. */
  assignedTo?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Codes of the subjects. */
  codes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** true: due before the date and not closed, so that the due date itself is in time; false: the others. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Regions with their subtrees, as the tree stood on the date of the findings. */
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  rules?: InputMaybe<Array<Scalars['IndicatorKey']['input']>>;
  states?: InputMaybe<Array<ReviewState>>;
  subjects?: InputMaybe<Array<Subject>>;
};

/** A frozen finding and how its mending stands (整改事项). */
export type ReviewItem = Node & {
  __typename?: 'ReviewItem';
  /** Organisation that is to mend it; null until it is assigned. */
  assignedTo?: Maybe<Organisation>;
  /** Its code, which stays although the organisation was taken back. */
  assignedToCode?: Maybe<Scalars['String']['output']>;
  /** Code, name, region, since and texts are as they were when the round was opened. */
  code: Scalars['String']['output'];
  /** Last day on which it is closed in time, inclusive. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** What was done until the date of the question, oldest first. */
  events: Array<ReviewEvent>;
  id: Scalars['ID']['output'];
  mend: Scalars['String']['output'];
  /** Name of the unit or organisation; of an instructor the code, because rounds keep no persons. */
  name: Scalars['String']['output'];
  /** Whether the due date has passed and the item is not closed. */
  overdue: Scalars['Boolean']['output'];
  region?: Maybe<Region>;
  round: ReviewRound;
  rule: Indicator;
  since: Scalars['Date']['output'];
  state: ReviewState;
  /** Whether the rule finds the subject on the date of the question, by the facts as they are now. */
  stillFound: Scalars['Boolean']['output'];
  subject: Subject;
  text: Scalars['String']['output'];
};

export type ReviewItemConnection = {
  __typename?: 'ReviewItemConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<ReviewItemEdge>;
  nodes: Array<ReviewItem>;
  pageInfo: PageInfo;
  /** Exact number; equals `items` of `counts` under the same filter. */
  totalCount: Scalars['Int']['output'];
};

export type ReviewItemEdge = {
  __typename?: 'ReviewItemEdge';
  cursor: Scalars['String']['output'];
  node: ReviewItem;
};

/** What became of an act on rounds or items: all or nothing. */
export type ReviewPayload = {
  __typename?: 'ReviewPayload';
  /** Data version of the act; where nothing was changed, the one before. */
  dataVersion: Scalars['DataVersion']['output'];
  /** Items that were changed, in the order in which they were named. The items of a round that was opened are in `round`. */
  items: Array<ReviewItem>;
  /** Why nothing was changed. A problem that is a warning is a remark on what was. */
  problems: Array<Problem>;
  /** The round; null where nothing was changed. */
  round?: Maybe<ReviewRound>;
};

/** A look-back round (回头看轮次): the findings of a scope on a date, frozen. */
export type ReviewRound = Node & {
  __typename?: 'ReviewRound';
  /** Date of the findings. */
  asOf: Scalars['Date']['output'];
  closedAt?: Maybe<Scalars['Time']['output']>;
  closedBy?: Maybe<Scalars['String']['output']>;
  code: Scalars['String']['output'];
  /**
   * Items in the viewer's scope by state, rule, subject, region or organisation, and how far they are closed (销号率). The rows of a grouping add
   * up to the one row without. Items of rules on members are left out without the right to member figures, here and in `items`.
   */
  counts: Array<ReviewCount>;
  /** Data version whose findings were frozen. */
  dataVersion: Scalars['DataVersion']['output'];
  id: Scalars['ID']['output'];
  /** Items in the viewer's scope by the key of the rule, then by code. */
  items?: Maybe<ReviewItemConnection>;
  openedAt: Scalars['Time']['output'];
  openedBy: Scalars['String']['output'];
  /** Scope; null for the whole country. */
  region?: Maybe<Region>;
  rules: Array<Indicator>;
  title: Scalars['String']['output'];
};


/** A look-back round (回头看轮次): the findings of a scope on a date, frozen. */
export type ReviewRoundCountsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  groupBy?: Array<ReviewDimension>;
  regionLevel?: InputMaybe<RegionLevel>;
  where?: InputMaybe<ReviewFilter>;
};


/** A look-back round (回头看轮次): the findings of a scope on a date, frozen. */
export type ReviewRoundItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  where?: InputMaybe<ReviewFilter>;
};

export type ReviewRoundConnection = {
  __typename?: 'ReviewRoundConnection';
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<ReviewRoundEdge>;
  nodes: Array<ReviewRound>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ReviewRoundEdge = {
  __typename?: 'ReviewRoundEdge';
  cursor: Scalars['String']['output'];
  node: ReviewRound;
};

/** 整改状态: state of a finding in a round of the look-back. */
export type ReviewState =
  /** 待核查 */
  | 'ANSWERED'
  /** 整改中 */
  | 'ASSIGNED'
  /** 已销号 */
  | 'CLOSED'
  /** 待交办 */
  | 'OPEN'
  /** 退回整改 */
  | 'REOPENED';

/** 权限: what a viewer may do. */
export type Right =
  /** 导入 */
  | 'IMPORT'
  /** 管理密钥 */
  | 'MANAGE_KEYS'
  /** 自由查询 */
  | 'QUERY_FREELY'
  /** 查看汇总 */
  | 'READ_AGGREGATES'
  /** 查看单位党员数 */
  | 'READ_MEMBER_FIGURES'
  /** 查看人员 */
  | 'READ_PERSONS'
  /** 管理政策 */
  | 'SET_POLICY'
  /** 写入 */
  | 'WRITE';

/** 角色: role of a key. */
export type Role =
  /** 管理: keys, policy and imports; no persons */
  | 'ADMINISTRATOR'
  /** 分析: reader, and free queries of any cost class */
  | 'ANALYST'
  /** 部门: analyst, and persons, member figures and writes in scope */
  | 'DEPARTMENT'
  /** 对接: writes and feeds by system */
  | 'INTEGRATOR'
  /** 查询: aggregates and lists without persons and member counts of single units */
  | 'READER';

/** A school (学校). */
export type SchoolProfile = {
  __typename?: 'SchoolProfile';
  kind: UnitKind;
  /** 公办、民办. */
  publicOrPrivate: PublicOrPrivate;
  /** 在校学生, persons. */
  pupils?: Maybe<Scalars['Int']['output']>;
  /** School type, 3 digits of the ministry's code (办学类型). */
  schoolType?: Maybe<Scalars['String']['output']>;
  /** 主管部门. */
  supervisor?: Maybe<Scalars['String']['output']>;
  /** 专任教师, persons. */
  teachers?: Maybe<Scalars['Int']['output']>;
};

/** 组建方式: how an organisation covers a unit; of several at once the strongest, in this order. */
export type SetUp =
  /** 挂靠组建: attached to another unit's organisation */
  | 'AFFILIATED'
  /** 兼合式: members keep their home organisation and take part in a second one */
  | 'COMBINED'
  /** 联合组建: several units, one branch */
  | 'JOINT'
  /** 无: not covered by an organisation */
  | 'NONE'
  /** 单独组建 */
  | 'STANDALONE';

/** A condition of a set-up, by the policy in force on the date. */
export type SetUpCondition = {
  __typename?: 'SetUpCondition';
  code: SetUpConditionCode;
  /** The number that was found: full members taking part, units, … null where there is none or it is not for this viewer. */
  found?: Maybe<Scalars['Int']['output']>;
  /** The number that it is compared with; null where the policy sets none. */
  limit?: Maybe<Scalars['Int']['output']>;
  /** In Chinese: what was found, and what the condition asks. */
  message: Scalars['String']['output'];
  setUp: SetUp;
  state: ConditionState;
  /** The Chinese term of the code. */
  title: Scalars['String']['output'];
};

/** 组建条件: closed list: what a set-up asks of an organisation. */
export type SetUpConditionCode =
  /** 不发展党员: COMBINED: it has no probationary members of its own */
  | 'ADMITS_NOBODY'
  /** 批复文件: COMBINED: document and date of the approval are recorded */
  | 'APPROVAL'
  /** 党员不重复计数: COMBINED: its headcount holds only members with their home here */
  | 'HEADCOUNT'
  /** 组织关系所在党组织存续: COMBINED: every home organisation is known and not dissolved */
  | 'HOME_EXISTS'
  /** 挂靠党组织存续: AFFILIATED: the organisation that units are attached to is not dissolved */
  | 'HOST_EXISTS'
  /** 组织关系唯一: COMBINED: nobody is counted whom the home organisation does not have */
  | 'ONE_HOME'
  /** 参加党员人数: COMBINED: as many full members take part as the policy asks */
  | 'PARTICIPANTS'
  /** 应单独组建的未纳入联合: JOINT: no unit stands in it that has the members to stand alone */
  | 'STAND_ALONE'
  /** 联合单位数: JOINT: no more units than the limit of its basis */
  | 'WIDTH';

/**
 * A share of a population on a date. numerator + gap = denominator; denominator + unknown + notApplicable + exempt = all units of the group founded
 * by the date. Weighted, each number is the sum of the weights. Without the right to member figures, indicators that tell of members are
 * answered for whole counties and regions above them only, unfiltered, by units, of today, and SUPPRESSED elsewhere (docs/privacy.md).
 */
export type Share = {
  __typename?: 'Share';
  compare?: Maybe<ShareComparison>;
  /** Version of the definition in force on the row's date. */
  definition: IndicatorVersion;
  /** Whether the definition changed between this row and the row of the period before, or the compared date. */
  definitionChanged: Scalars['Boolean']['output'];
  /** 分母: MET and UNMET. */
  denominator?: Maybe<Scalars['Int']['output']>;
  exempt?: Maybe<Scalars['Int']['output']>;
  /** 缺口: UNMET. */
  gap?: Maybe<Scalars['Int']['output']>;
  indicator: Indicator;
  notApplicable?: Maybe<Scalars['Int']['output']>;
  /** 分子: MET. */
  numerator?: Maybe<Scalars['Int']['output']>;
  /** Whether the period had not ended. */
  provisional: Scalars['Boolean']['output'];
  /** numerator / denominator, from 0 to 1, unrounded; null when the denominator is 0. */
  rate?: Maybe<Scalars['Float']['output']>;
  /** Units still missing to the target: max(0, ⌈target × denominator⌉ − numerator); units only. */
  shortfall?: Maybe<Scalars['Int']['output']>;
  status: ShareStatus;
  /** 目标 from 0 to 1, of the nearest region upward, then domain, then policy; null without one. */
  target?: Maybe<Scalars['Float']['output']>;
  unknown?: Maybe<Scalars['Int']['output']>;
  weight: Weight;
  /** Units whose weight was not reported, and which therefore weigh 0. */
  weightMissing?: Maybe<Scalars['Int']['output']>;
};

/** The same share on another date. */
export type ShareComparison = {
  __typename?: 'ShareComparison';
  asOf: Scalars['Date']['output'];
  /** Change since then in percentage points; null where one of the rates is. */
  change?: Maybe<Scalars['Float']['output']>;
  /** Version of the definition in force then. */
  definition: IndicatorVersion;
  denominator?: Maybe<Scalars['Int']['output']>;
  numerator?: Maybe<Scalars['Int']['output']>;
  rate?: Maybe<Scalars['Float']['output']>;
};

/** 指标状态: whether a share could be answered. */
export type ShareStatus =
  /** 无权查看: the role may not see member figures */
  | 'FORBIDDEN'
  /** 正常 */
  | 'OK'
  /** 已隐藏: too few persons for this viewer */
  | 'SUPPRESSED'
  /** 分母为零: rate is null */
  | 'ZERO_DENOMINATOR';

/** 企业规模: size class by the 2017 rule of the National Bureau of Statistics. */
export type Size =
  /** 大型 */
  | 'LARGE'
  /** 中型 */
  | 'MEDIUM'
  /** 微型 */
  | 'MICRO'
  /** 小型 */
  | 'SMALL'
  /** 未报告 */
  | 'UNKNOWN';

/** A social organisation (社会组织). */
export type SocialOrganisationProfile = {
  __typename?: 'SocialOrganisationProfile';
  kind: UnitKind;
  /** 业务主管单位. */
  supervisingBody?: Maybe<Scalars['String']['output']>;
  /** Credit code of the supervising body. */
  supervisingBodyCode?: Maybe<Scalars['CreditCode']['output']>;
};

/** 排序方向: direction of an order. */
export type SortDirection =
  /** 升序 */
  | 'ASC'
  /** 降序 */
  | 'DESC';

/** Where facts came from (来源). */
export type Source = {
  __typename?: 'Source';
  /** Id of the import, where there was one. */
  importId?: Maybe<Scalars['ID']['output']>;
  /** Register, system or file. */
  name: Scalars['String']['output'];
  /** Who recorded them. */
  recorder: Scalars['String']['output'];
};

/** 培养阶段: stage of a candidate; the first five belong to direction BACKBONE_TO_MEMBER. */
export type Stage =
  /** 入党积极分子 */
  | 'ACTIVIST'
  /** 入党申请人 */
  | 'APPLICANT'
  /** 已完成 */
  | 'COMPLETED'
  /** 发展对象 */
  | 'DEVELOPMENT_TARGET'
  /** 正式党员 */
  | 'FULL_MEMBER'
  /** 培养中: directions to backbone and to management */
  | 'IN_CULTIVATION'
  /** 已隐藏 */
  | 'MASKED'
  /** 预备党员 */
  | 'PROBATIONARY_MEMBER';

/** Candidates that moved from one stage to another. */
export type StageMove = {
  __typename?: 'StageMove';
  count: Scalars['Int']['output'];
  fromStage: Stage;
  toStage: Stage;
};

/** A state-owned or collective enterprise (国有企业). */
export type StateOwnedEnterpriseProfile = {
  __typename?: 'StateOwnedEnterpriseProfile';
  /** 规模以上. */
  aboveScale: AboveScale;
  /** Level (企业层级). */
  level: UnitKind;
  /** 出资人、主管单位. */
  supervisor?: Maybe<Scalars['String']['output']>;
  /** Credit code of the supervisor. */
  supervisorCode?: Maybe<Scalars['CreditCode']['output']>;
};

/** 培养步骤: a recorded decision or act. */
export type StepKind =
  /** 确定为入党积极分子 */
  | 'ACTIVIST'
  /** 递交入党申请 */
  | 'APPLIED'
  /** 任职 */
  | 'APPOINTED'
  /** 上级党委审批 */
  | 'APPROVAL'
  /** 支部大会讨论转正 */
  | 'BRANCH_DECISION'
  /** 支部大会接收 */
  | 'BRANCH_MEETING'
  /** 确定为发展对象 */
  | 'DEVELOPMENT_TARGET'
  /** 终止: with outcome */
  | 'ENDED'
  /** 批准转正 */
  | 'FULL_MEMBERSHIP'
  /** 列入培养名单 */
  | 'LISTED'
  /** 已隐藏 */
  | 'MASKED'
  /** 入党宣誓 */
  | 'OATH'
  /** 政治审查 */
  | 'POLITICAL_REVIEW'
  /** 预审 */
  | 'PRELIMINARY_REVIEW'
  /** 延长预备期: with months */
  | 'PROBATION_EXTENDED'
  /** 公示: with first and last day */
  | 'PUBLIC_NOTICE'
  /** 认定为骨干 */
  | 'RECOGNISED'
  /** 半年考察 */
  | 'REVIEW'
  /** 派人谈话 */
  | 'TALK'
  /** 短期集中培训: with days or hours */
  | 'TRAINING';

/** 统计对象: what a share is a share of. */
export type Subject =
  /** 党建指导员 */
  | 'INSTRUCTOR'
  /** 党组织 */
  | 'ORGANISATION'
  /** 单位 */
  | 'UNIT';

/**
 * Which subjects. Different fields must all hold; several values of one are alternatives. A field that the subject does not have is an error
 * that names it: units have no `natures`, organisations no `roles`.
 */
export type SubjectFilter = {
  /** Of organisations. */
  bases?: InputMaybe<Array<JointBasis>>;
  /** Credit codes of units, codes of organisations or instructors. */
  codes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of units. */
  controls?: InputMaybe<Array<Control>>;
  /** Of units, and of organisations by the units that they cover. */
  domains?: InputMaybe<Array<Domain>>;
  /** Sections A–T of GB/T 4754-2017; UNKNOWN stands for not reported. Of units. */
  industries?: InputMaybe<Array<Scalars['String']['input']>>;
  /** true: only those that operate, live or are in service on the date; false: only the others. */
  live?: InputMaybe<Scalars['Boolean']['input']>;
  name?: InputMaybe<TextFilter>;
  /** Of organisations. */
  natures?: InputMaybe<Array<OrganisationNature>>;
  /** Of organisations. */
  organisationKinds?: InputMaybe<Array<OrganisationKind>>;
  /** Regions with their subtrees, as the tree stands on the date. */
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  /** Results of indicators of the subject; each entry must hold. */
  results?: InputMaybe<Array<ResultFilter>>;
  /** Of instructors. */
  roles?: InputMaybe<Array<InstructorRole>>;
  /** Of units and organisations. */
  setUps?: InputMaybe<Array<SetUp>>;
  /** Organisations by code with everything subordinate to them; NONE stands for subjects without a place in the tree. Not of instructors. */
  superiors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of units. */
  unitKinds?: InputMaybe<Array<UnitKind>>;
  /** Zones by code; NONE stands for units outside every zone. Of units. */
  zones?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A unit that goes on as another (承继). */
export type Succession = {
  __typename?: 'Succession';
  kind: SuccessionKind;
  succeededOn: Scalars['Date']['output'];
  /** The other unit; null where it is outside the scope. */
  unit?: Maybe<Unit>;
};

/** 承继方式: how one unit goes on as another. */
export type SuccessionKind =
  /** 合并 */
  | 'MERGED_INTO'
  /** 换发代码 */
  | 'NEW_CREDIT_CODE';

/** Text; every given condition must hold. Case and width matter. */
export type TextFilter = {
  contains?: InputMaybe<Scalars['String']['input']>;
  eq?: InputMaybe<Scalars['String']['input']>;
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** One legal unit (法人单位) as of a date: the facts that were in force then. */
export type Unit = Node & {
  __typename?: 'Unit';
  /** A second domain that the unit also counts in; totals count it once. */
  alsoDomain?: Maybe<Domain>;
  /** The day for which this object holds. */
  asOf: Scalars['Date']['output'];
  /** Candidates of three-way cultivation of this school (培养对象), by code. */
  candidates: Array<Candidate>;
  /** 控股情况. */
  control: Control;
  /** All covers (覆盖关系) of every date, by `validFrom`, then kind, then organisation; with `inForce` only those in force on the date, or only the others. */
  covers: Array<Cover>;
  /** 统一社会信用代码. */
  creditCode: Scalars['CreditCode']['output'];
  /** Primary domain (领域). */
  domain: Domain;
  /** 从业人员, persons; null where not reported. */
  employees?: Maybe<Scalars['Int']['output']>;
  /** Row of the annual return (建立情况); NOT_ESTABLISHED in place of the member-based rows without the right to member figures. */
  establishment: Establishment;
  /** What the look-back finds of the unit on the date; rules on members need the right to member figures. */
  findings: Array<Finding>;
  /** 成立日期. */
  foundedOn: Scalars['Date']['output'];
  /** 正式党员 whose membership is kept here; null where not reported or not shown (see `memberFigures`). */
  fullMembers?: Maybe<Scalars['Int']['output']>;
  /** The unit's life as spans (区间): maximal periods in which its dimensions and results stay the same, oldest first. */
  history: Array<UnitSpan>;
  id: Scalars['ID']['output'];
  /** Industry of GB/T 4754-2017 (国民经济行业), the section A–T first. */
  industry?: Maybe<Scalars['String']['output']>;
  /** Chinese name of the industry's section (行业门类). */
  industryName?: Maybe<Scalars['String']['output']>;
  /** The ended cover with the latest `validTo`, then the latest `validFrom`, then code. */
  lastCover?: Maybe<Cover>;
  /** How the posts of Party and management of a state-owned enterprise are filled, oldest first. */
  leadership: Array<Leadership>;
  /** Whether this viewer is shown the member figures of single units. */
  memberFigures: MemberFigures;
  /** Full and probationary members together; null likewise. */
  members?: Maybe<Scalars['Int']['output']>;
  /** Staff whose membership is kept elsewhere; enters no member figure. Null likewise. */
  membersElsewhere?: Maybe<Scalars['Int']['output']>;
  /** 单位名称. */
  name: Scalars['String']['output'];
  /** 在岗职工, persons, an optional second count. */
  onDutyStaff?: Maybe<Scalars['Int']['output']>;
  /** Whether the unit operates on the date, or why it is exempt. */
  operation: Operation;
  /** Units that this one goes on from: a new credit code, or a merger. */
  predecessors: Array<Succession>;
  /** 预备党员 whose membership is kept here; null likewise. */
  probationaryMembers?: Maybe<Scalars['Int']['output']>;
  /** What only the unit's domain has. */
  profile: UnitProfile;
  /** Where the unit operates (行政区划). */
  region: Region;
  /** The reported attributes by period, oldest first, with where they came from. */
  reports: Array<UnitReport>;
  /** Organisation recorded as responsible for the unit (责任党组织). */
  responsible?: Maybe<Organisation>;
  /** Result of each indicator on the date, in the order of the catalogue. */
  results: Array<IndicatorResult>;
  /** Strongest set-up in force on the date (组建方式). */
  setUp: SetUp;
  /** 企业规模. */
  size: Size;
  /** 登记状态. */
  status: UnitStatus;
  /** Decision or record behind a status other than ACTIVE. */
  statusEvidence?: Maybe<Scalars['String']['output']>;
  /** Units that go on from this one. */
  successors: Array<Succession>;
  /** The organisation under which statistics by subordination (隶属关系) count the unit; null where there is none. */
  superior?: Maybe<Organisation>;
  /** Recorded visits of instructors, newest first, at most 100. */
  visits: Array<Visit>;
  /** For each indicator, or the asked ones: the result, the rule, the evidence and what would close a gap. */
  why: Array<Explanation>;
  /** Means of work coverage in force on the date (工作覆盖方式). */
  workMeans: WorkMeans;
  /** Park, building, market or business district (园区); null outside every one. */
  zone?: Maybe<Zone>;
};


/** One legal unit (法人单位) as of a date: the facts that were in force then. */
export type UnitCoversArgs = {
  inForce?: InputMaybe<Scalars['Boolean']['input']>;
};


/** One legal unit (法人单位) as of a date: the facts that were in force then. */
export type UnitWhyArgs = {
  indicators?: InputMaybe<Array<Scalars['IndicatorKey']['input']>>;
};

/** A page of units. */
export type UnitConnection = {
  __typename?: 'UnitConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<UnitEdge>;
  nodes: Array<Unit>;
  pageInfo: PageInfo;
  /** Exact number of units that the filter holds. */
  totalCount: Scalars['Int']['output'];
};

/** A unit and its place in the list. */
export type UnitEdge = {
  __typename?: 'UnitEdge';
  cursor: Scalars['String']['output'];
  node: Unit;
};

/**
 * Which units. Different fields must all hold, several values of one are alternatives. Everything is judged on the date of the
 * question. `domains` matches the unit's domain or the one it also counts in.
 */
export type UnitFilter = {
  aboveScale?: InputMaybe<Array<AboveScale>>;
  controls?: InputMaybe<Array<Control>>;
  creditCodes?: InputMaybe<Array<Scalars['CreditCode']['input']>>;
  /**
   * Where to count only what stands directly on the asked node, without what lies below: REGION speaks of `regions`, SUBORDINATION of
   * `superiors`. These are the units of the row that groupBy of the same dimension gives the asked node itself.
   */
  directly?: InputMaybe<Array<Dimension>>;
  domains?: InputMaybe<Array<Domain>>;
  employeeBands?: InputMaybe<Array<EmployeeBand>>;
  /** 从业人员; units that did not report are outside every range. */
  employees?: InputMaybe<IntRange>;
  /** The member-based rows need the right to member figures in lists of units. */
  establishments?: InputMaybe<Array<Establishment>>;
  foundedOn?: InputMaybe<DateRange>;
  /** 正式党员; needs the right to member figures. */
  fullMembers?: InputMaybe<IntRange>;
  /** Indicator that `gapAges` and `gapReasons` speak of; in `gaps` the list's own, elsewhere TWO_COVERAGES by default. */
  gapAgeOf?: InputMaybe<Scalars['IndicatorKey']['input']>;
  /** How long the gap of `gapAgeOf` has been open. */
  gapAges?: InputMaybe<Array<GapAge>>;
  /** Reasons of the gap; any of them. */
  gapReasons?: InputMaybe<Array<GapReasonCode>>;
  /** Sections A–T of GB/T 4754-2017; UNKNOWN stands for not reported. */
  industries?: InputMaybe<Array<Scalars['String']['input']>>;
  kinds?: InputMaybe<Array<UnitKind>>;
  /** 正式党员 and 预备党员 together; needs the right to member figures. */
  members?: InputMaybe<IntRange>;
  /** Units counted by one term of a movement between two dates; the other filters are then judged on both dates. */
  movement?: InputMaybe<MovementFilter>;
  name?: InputMaybe<TextFilter>;
  operations?: InputMaybe<Array<Operation>>;
  publicOrPrivate?: InputMaybe<Array<PublicOrPrivate>>;
  /** Regions with their subtrees, as the tree stands on the date. */
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  /** Results of indicators; each entry must hold. */
  results?: InputMaybe<Array<ResultFilter>>;
  /** Units that a cell of the annual return counts. */
  returnCell?: InputMaybe<ReturnCellFilter>;
  setUps?: InputMaybe<Array<SetUp>>;
  sizes?: InputMaybe<Array<Size>>;
  /** Organisations by code with everything subordinate to them (隶属关系); NONE stands for units without a place in the tree. */
  superiors?: InputMaybe<Array<Scalars['String']['input']>>;
  workMeans?: InputMaybe<Array<WorkMeans>>;
  /** Zones by code; NONE stands for units outside every zone. */
  zones?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** 单位类型: kind within the domain: of a social organisation, school type, organ rank or level of a state-owned enterprise. */
export type UnitKind =
  /** 会计师事务所 */
  | 'ACCOUNTING_FIRM'
  /** 社会团体 */
  | 'ASSOCIATION'
  /** 厅局级 */
  | 'BUREAU_RANK'
  /** 中央企业 */
  | 'CENTRAL_SOE'
  /** 县属企业 */
  | 'COUNTY_SOE'
  /** 县处级 */
  | 'DIVISION_RANK'
  /** 基金会 */
  | 'FOUNDATION'
  /** 高等学校 */
  | 'HIGHER_EDUCATION'
  /** 初级中学 */
  | 'JUNIOR_SECONDARY_SCHOOL'
  /** 幼儿园 */
  | 'KINDERGARTEN'
  /** 律师事务所 */
  | 'LAW_FIRM'
  /** 市属企业 */
  | 'MUNICIPAL_SOE'
  /** 九年一贯制学校 */
  | 'NINE_YEAR_SCHOOL'
  /** 无 */
  | 'NONE'
  /** 其他学校 */
  | 'OTHER_SCHOOL'
  /** 小学 */
  | 'PRIMARY_SCHOOL'
  /** 省属企业 */
  | 'PROVINCIAL_SOE'
  /** 乡科级 */
  | 'SECTION_RANK'
  /** 高级中学 */
  | 'SENIOR_SECONDARY_SCHOOL'
  /** 民办非企业单位 */
  | 'SERVICE_BODY'
  /** 特殊教育学校 */
  | 'SPECIAL_SCHOOL'
  /** 税务师事务所 */
  | 'TAX_FIRM'
  /** 十二年一贯制学校 */
  | 'TWELVE_YEAR_SCHOOL'
  /** 中等职业学校 */
  | 'VOCATIONAL_SCHOOL';

/** Order of units. */
export type UnitOrder = {
  by: UnitOrderBy;
  direction?: SortDirection;
};

/** 单位排序项: what lists of units and gaps can be ordered by; ties go by credit code ascending. */
export type UnitOrderBy =
  /** 统一社会信用代码 */
  | 'CREDIT_CODE'
  /** 从业人员: not reported counts as less than 0 */
  | 'EMPLOYEES'
  /** 成立日期 */
  | 'FOUNDED_ON'
  /** 正式党员: needs the right to member figures */
  | 'FULL_MEMBERS'
  /** 党员: needs the right to member figures */
  | 'MEMBERS'
  /** 单位名称: by code point */
  | 'NAME'
  /** 行政区划代码 */
  | 'REGION'
  /** 缺口起始日: gaps only */
  | 'SINCE';

/** What only one domain has. */
export type UnitProfile = EnterpriseProfile | OrganProfile | SchoolProfile | SocialOrganisationProfile | StateOwnedEnterpriseProfile;

/** Attributes of a unit as reported for a period. */
export type UnitReport = {
  __typename?: 'UnitReport';
  control: Control;
  domain: Domain;
  employees?: Maybe<Scalars['Int']['output']>;
  fullMembers?: Maybe<Scalars['Int']['output']>;
  industry?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  probationaryMembers?: Maybe<Scalars['Int']['output']>;
  /** Commit that recorded it. */
  recordedIn: Scalars['DataVersion']['output'];
  region: Region;
  size: Size;
  source?: Maybe<Source>;
  status: UnitStatus;
  validFrom: Scalars['Date']['output'];
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** A maximal period in which a unit's dimensions and results stay the same (区间). */
export type UnitSpan = {
  __typename?: 'UnitSpan';
  domain: Domain;
  employees?: Maybe<Scalars['Int']['output']>;
  establishment: Establishment;
  fullMembers?: Maybe<Scalars['Int']['output']>;
  name: Scalars['String']['output'];
  operation: Operation;
  region: Region;
  results: Array<IndicatorResult>;
  setUp: SetUp;
  /** First day, inclusive. */
  validFrom: Scalars['Date']['output'];
  /** Exclusive end; null while it is open. */
  validTo?: Maybe<Scalars['Date']['output']>;
  workMeans: WorkMeans;
};

/** 登记状态: what the register or a recorded decision says of the unit; everything but ACTIVE is exempt. */
export type UnitStatus =
  /** 存续 */
  | 'ACTIVE'
  /** 注销 */
  | 'DEREGISTERED'
  /** 未实际运营: a recorded decision with its evidence, never inferred from 0 employees */
  | 'NOT_OPERATING'
  /** 吊销 */
  | 'REVOKED'
  /** 停业 */
  | 'SUSPENDED';

/** A unit by credit code; see `Unit` for the meaning of the fields. */
export type UnitUpsert = {
  aboveScale?: InputMaybe<AboveScale>;
  alsoDomain?: InputMaybe<Domain>;
  control?: InputMaybe<Control>;
  creditCode: Scalars['CreditCode']['input'];
  domain?: InputMaybe<Domain>;
  employees?: InputMaybe<Scalars['Int']['input']>;
  foundedOn?: InputMaybe<Scalars['Date']['input']>;
  fullMembers?: InputMaybe<Scalars['Int']['input']>;
  industry?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<UnitKind>;
  membersElsewhere?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  onDutyStaff?: InputMaybe<Scalars['Int']['input']>;
  organKind?: InputMaybe<OrganKind>;
  probationaryMembers?: InputMaybe<Scalars['Int']['input']>;
  publicOrPrivate?: InputMaybe<PublicOrPrivate>;
  pupils?: InputMaybe<Scalars['Int']['input']>;
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  responsible?: InputMaybe<Scalars['String']['input']>;
  schoolType?: InputMaybe<Scalars['String']['input']>;
  size?: InputMaybe<Size>;
  status?: InputMaybe<UnitStatus>;
  statusEvidence?: InputMaybe<Scalars['String']['input']>;
  /** Credit code of the unit that this one goes on from. */
  succeeds?: InputMaybe<Scalars['CreditCode']['input']>;
  successionKind?: InputMaybe<SuccessionKind>;
  supervisor?: InputMaybe<Scalars['String']['input']>;
  supervisorCode?: InputMaybe<Scalars['CreditCode']['input']>;
  teachers?: InputMaybe<Scalars['Int']['input']>;
  /** Day from which the attributes hold; default: founding day of a new unit, `asOf` of a known one. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  zone?: InputMaybe<Scalars['String']['input']>;
};

export type UpsertCoversInput = {
  /** At most 10,000. */
  covers: Array<CoverUpsert>;
  options: WriteOptions;
};

export type UpsertOrganisationsInput = {
  options: WriteOptions;
  /** At most 10,000. A field left out keeps what is stored. */
  organisations: Array<OrganisationUpsert>;
};

export type UpsertUnitsInput = {
  options: WriteOptions;
  /** At most 10,000. A field left out keeps what is stored; null says that it is not reported any more. */
  units: Array<UnitUpsert>;
};

/** Who is asking (当前用户). */
export type Viewer = {
  __typename?: 'Viewer';
  /** Whether this is the demo without a key. */
  demo: Scalars['Boolean']['output'];
  /** Name of the key. */
  name: Scalars['String']['output'];
  /** Top region of the scope; null for the whole country. */
  region?: Maybe<Region>;
  rights: Array<Right>;
  role: Role;
};

/** A visit of an instructor to a unit (走访). */
export type Visit = {
  __typename?: 'Visit';
  content?: Maybe<Scalars['String']['output']>;
  instructor?: Maybe<Instructor>;
  unit?: Maybe<Unit>;
  visitedOn: Scalars['Date']['output'];
};

/** 权重: what a unit weighs in a share. */
export type Weight =
  /** 按从业人员 */
  | 'EMPLOYEES'
  /** 按正式党员 */
  | 'FULL_MEMBERS'
  /** 按单位 */
  | 'UNITS';

/** 工作覆盖方式: by what means Party work covers a unit; of several at once the first in this order. */
export type WorkMeans =
  /** 党建指导员 */
  | 'INSTRUCTOR'
  /** 党建联络员 */
  | 'LIAISON'
  /** 无 */
  | 'NONE'
  /** 工会 */
  | 'TRADE_UNION'
  /** 妇联: counts only where the policy says so */
  | 'WOMENS_FEDERATION'
  /** 共青团 */
  | 'YOUTH_LEAGUE';

/** How a batch is written. */
export type WriteOptions = {
  /** Day from which changed attributes hold where an entry gives none; default today. */
  asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Correct what was reported in place of holding from a day on. */
  correct?: Scalars['Boolean']['input'];
  /** Make every check and change nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** Register or system that the facts come from. */
  source: Scalars['String']['input'];
};

/** What became of a batch. */
export type WritePayload = {
  __typename?: 'WritePayload';
  /** Whether anything was written. */
  applied: Scalars['Boolean']['output'];
  changed: Scalars['Int']['output'];
  /** Version of the commit; the current one where nothing changed or the batch was refused. */
  dataVersion: Scalars['DataVersion']['output'];
  new: Scalars['Int']['output'];
  /** Faults, each with its place and mend; one that is no warning refuses the whole batch. */
  problems: Array<Problem>;
  unchanged: Scalars['Int']['output'];
};

/** A park, building, market or business district on a date. */
export type Zone = Node & {
  __typename?: 'Zone';
  code: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind?: Maybe<ZoneKind>;
  name: Scalars['String']['output'];
  /** The zone's own organisation. */
  organisation?: Maybe<Organisation>;
  region: Region;
  units: UnitConnection;
};


/** A park, building, market or business district on a date. */
export type ZoneUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<UnitOrder>>;
  where?: InputMaybe<UnitFilter>;
};

/** A page of zones. */
export type ZoneConnection = {
  __typename?: 'ZoneConnection';
  asOf: Scalars['Date']['output'];
  dataVersion: Scalars['DataVersion']['output'];
  edges: Array<ZoneEdge>;
  nodes: Array<Zone>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** A zone and its place in the list. */
export type ZoneEdge = {
  __typename?: 'ZoneEdge';
  cursor: Scalars['String']['output'];
  node: Zone;
};

/** Which zones. */
export type ZoneFilter = {
  kinds?: InputMaybe<Array<ZoneKind>>;
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  /** true: only zones without an organisation of their own that lives on the date; false: the others. */
  withoutOrganisation?: InputMaybe<Scalars['Boolean']['input']>;
};

/** 园区类别: kind of a zone. */
export type ZoneKind =
  /** 楼宇 */
  | 'BUILDING'
  /** 商圈 */
  | 'BUSINESS_DISTRICT'
  /** 市场 */
  | 'MARKET'
  /** 园区 */
  | 'PARK';

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { __typename?: 'Query', viewer?: { __typename?: 'Viewer', name: string, role: Role, rights: Array<Right>, demo: boolean, region?: { __typename?: 'Region', code: string, name: string, level: RegionLevel } | null } | null, dataSet?: { __typename?: 'DataSet', version: string | number, changedAt: string, today: string, demo: boolean, label: string, secrecyLabel: string, importRunning: boolean, ruleSet: string, unitCount: number } | null, indicators?: Array<{ __typename?: 'Indicator', key: string, title: string, titleEnglish: string, formula: string, formulaEnglish: string, regulation: string, memberBased: boolean, version: { __typename?: 'IndicatorVersion', version: string, validFrom?: string | null } }> | null, regions?: Array<{ __typename?: 'Region', code: string, name: string, level: RegionLevel }> | null };

export type RegionPathQueryVariables = Exact<{
  code: Scalars['RegionCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type RegionPathQuery = { __typename?: 'Query', region?: { __typename?: 'Region', code: string, name: string, path: Array<{ __typename?: 'Region', code: string, name: string }>, children: Array<{ __typename?: 'Region', code: string, name: string }> } | null };

export type CreateKeyMutationVariables = Exact<{
  input: CreateKeyInput;
}>;


export type CreateKeyMutation = { __typename?: 'Mutation', createKey?: { __typename?: 'KeyPayload', name: string, secret?: string | null } | null };

export type RevokeKeyMutationVariables = Exact<{
  name: Scalars['String']['input'];
}>;


export type RevokeKeyMutation = { __typename?: 'Mutation', revokeKey?: { __typename?: 'KeyPayload', name: string } | null };

export type CandidatesQueryVariables = Exact<{
  where?: InputMaybe<CandidateFilter>;
  orderBy?: InputMaybe<Array<CandidateOrder> | CandidateOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type CandidatesQuery = { __typename?: 'Query', candidates?: { __typename?: 'CandidateConnection', totalCount: number, nodes: Array<{ __typename?: 'Candidate', code: string, name: string, direction: Direction, stage: Stage, stageSince?: string | null, duty?: string | null, dueOn?: string | null, earliestNextOn?: string | null, overdueDays: number, blockedBy: Array<BlockedBy>, unit?: { __typename?: 'Unit', creditCode: string, name: string } | null }> } | null };

export type CultivationCountsQueryVariables = Exact<{
  where?: InputMaybe<CandidateFilter>;
  groupBy: Array<CandidateDimension> | CandidateDimension;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type CultivationCountsQuery = { __typename?: 'Query', candidateCounts?: { __typename?: 'CandidateCounts', rows: Array<{ __typename?: 'CandidateCountRow', direction?: Direction | null, stage?: Stage | null, pending?: boolean | null, overdue?: boolean | null, count?: number | null, status: ShareStatus, withheld: boolean }> } | null };

export type CultivationTotalsQueryVariables = Exact<{
  pending?: InputMaybe<CandidateFilter>;
  overdue?: InputMaybe<CandidateFilter>;
  persons: Scalars['Boolean']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type CultivationTotalsQuery = { __typename?: 'Query', pending?: { __typename?: 'CandidateConnection', totalCount: number } | null, overdue?: { __typename?: 'CandidateConnection', totalCount: number } | null };

export type ImportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportsQuery = { __typename?: 'Query', dataSet?: { __typename?: 'DataSet', imports?: Array<{ __typename?: 'Import', id: string, state: ImportState, recorder: string, startedAt: string, finishedAt?: string | null, report?: string | null }> | null } | null };

export type DrillQueryVariables = Exact<{
  of: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<UnitFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  groupBy: Array<Dimension> | Dimension;
}>;


export type DrillQuery = { __typename?: 'Query', coverage?: { __typename?: 'Coverage', rows: Array<{ __typename?: 'CoverageRow', regionCode?: string | null, regionName?: string | null, superiorCode?: string | null, superiorName?: string | null, share?: { __typename?: 'Share', status: ShareStatus, gap?: number | null, rate?: number | null } | null }> } | null };

export type GapsQueryVariables = Exact<{
  indicator: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<UnitFilter>;
  orderBy?: InputMaybe<Array<UnitOrder> | UnitOrder>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type GapsQuery = { __typename?: 'Query', gaps?: { __typename?: 'GapConnection', totalCount: number, nodes: Array<{ __typename?: 'Gap', since: string, days: number, sinceRuleChange: boolean, unit: { __typename?: 'Unit', creditCode: string, name: string, domain: Domain, employees?: number | null, region: { __typename?: 'Region', name: string } }, reasons: Array<{ __typename?: 'GapReason', code: GapReasonCode, message: string }>, nextSteps: Array<{ __typename?: 'NextStepAdvice', step: NextStep, message: string }>, lastCover?: { __typename?: 'Cover', validTo?: string | null, endReason?: EndReason | null, organisation?: { __typename?: 'Organisation', name: string } | null, instructor?: { __typename?: 'Instructor', name: string } | null, massOrganisation?: { __typename?: 'MassOrganisation', name: string } | null } | null }> } | null };

export type IndustriesQueryVariables = Exact<{ [key: string]: never; }>;


export type IndustriesQuery = { __typename?: 'Query', industries?: Array<{ __typename?: 'Industry', code: string, name: string }> | null };

export type UnitsQueryVariables = Exact<{
  where?: InputMaybe<UnitFilter>;
  orderBy?: InputMaybe<Array<UnitOrder> | UnitOrder>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type UnitsQuery = { __typename?: 'Query', units?: { __typename?: 'UnitConnection', totalCount: number, nodes: Array<{ __typename?: 'Unit', creditCode: string, name: string, domain: Domain, employees?: number | null, fullMembers?: number | null, memberFigures: MemberFigures, operation: Operation, establishment: Establishment, setUp: SetUp, workMeans: WorkMeans, foundedOn: string, region: { __typename?: 'Region', name: string } }> } | null };

export type ZonesQueryVariables = Exact<{
  where?: InputMaybe<ZoneFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type ZonesQuery = { __typename?: 'Query', zones?: { __typename?: 'ZoneConnection', totalCount: number, nodes: Array<{ __typename?: 'Zone', code: string, name: string }> } | null };

export type AssignMutationVariables = Exact<{
  input: AssignReviewItemsInput;
}>;


export type AssignMutation = { __typename?: 'Mutation', act?: { __typename?: 'ReviewPayload', items: Array<{ __typename?: 'ReviewItem', id: string }>, problems: Array<{ __typename?: 'Problem', path: string, code: string, message: string, warning: boolean }> } | null };

export type AnswerMutationVariables = Exact<{
  input: AnswerReviewItemsInput;
}>;


export type AnswerMutation = { __typename?: 'Mutation', act?: { __typename?: 'ReviewPayload', items: Array<{ __typename?: 'ReviewItem', id: string }>, problems: Array<{ __typename?: 'Problem', path: string, code: string, message: string, warning: boolean }> } | null };

export type CheckMutationVariables = Exact<{
  input: CheckReviewItemsInput;
}>;


export type CheckMutation = { __typename?: 'Mutation', act?: { __typename?: 'ReviewPayload', items: Array<{ __typename?: 'ReviewItem', id: string }>, problems: Array<{ __typename?: 'Problem', path: string, code: string, message: string, warning: boolean }> } | null };

export type RuleRegionsQueryVariables = Exact<{
  subject: Subject;
  of: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<SubjectFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type RuleRegionsQuery = { __typename?: 'Query', quality?: { __typename?: 'Coverage', rows: Array<{ __typename?: 'CoverageRow', regionCode?: string | null, regionName?: string | null, share?: { __typename?: 'Share', status: ShareStatus, rate?: number | null, gap?: number | null, denominator?: number | null } | null }> } | null };

export type FindingsQueryVariables = Exact<{
  rule: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<SubjectFilter>;
  dueBetween?: InputMaybe<DateSpan>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type FindingsQuery = { __typename?: 'Query', findings?: { __typename?: 'FindingConnection', totalCount: number, nodes: Array<{ __typename?: 'Finding', code: string, name: string, subject: Subject, regionName?: string | null, since: string, days: number, sinceRuleChange: boolean, text: string, textEnglish: string, mend: string, mendEnglish: string, evidence: Array<{ __typename?: 'Evidence', title: string, value: string, valueEnglish: string, since?: string | null, until?: string | null }> }> } | null };

export type RoundItemsQueryVariables = Exact<{
  code: Scalars['String']['input'];
  where?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
}>;


export type RoundItemsQuery = { __typename?: 'Query', reviewRound?: { __typename?: 'ReviewRound', items?: { __typename?: 'ReviewItemConnection', totalCount: number, nodes: Array<{ __typename?: 'ReviewItem', id: string, code: string, name: string, subject: Subject, text: string, mend: string, state: ReviewState, overdue: boolean, dueOn?: string | null, stillFound: boolean, assignedToCode?: string | null, rule: { __typename?: 'Indicator', title: string, titleEnglish: string }, region?: { __typename?: 'Region', name: string } | null, assignedTo?: { __typename?: 'Organisation', code: string, name: string } | null, events: Array<{ __typename?: 'ReviewEvent', act: ReviewAct, actor: string, at: string, note?: string | null }> }> } | null } | null };

export type RoundQueryVariables = Exact<{
  code: Scalars['String']['input'];
  where?: InputMaybe<ReviewFilter>;
}>;


export type RoundQuery = { __typename?: 'Query', reviewRound?: { __typename?: 'ReviewRound', code: string, title: string, asOf: string, openedBy: string, openedAt: string, closedBy?: string | null, closedAt?: string | null, region?: { __typename?: 'Region', name: string } | null, whole: Array<{ __typename?: 'ReviewCount', items: number, closed: number, overdue: number, closedRate?: number | null }>, byState: Array<{ __typename?: 'ReviewCount', state?: ReviewState | null, items: number }>, byRule: Array<{ __typename?: 'ReviewCount', items: number, closed: number, overdue: number, closedRate?: number | null, rule?: { __typename?: 'Indicator', key: string, title: string, titleEnglish: string } | null }> } | null };

export type CloseRoundMutationVariables = Exact<{
  code: Scalars['String']['input'];
}>;


export type CloseRoundMutation = { __typename?: 'Mutation', closeReviewRound?: { __typename?: 'ReviewPayload', round?: { __typename?: 'ReviewRound', code: string } | null, problems: Array<{ __typename?: 'Problem', path: string, code: string, message: string, warning: boolean }> } | null };

export type ReviewRoundsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewRoundsQuery = { __typename?: 'Query', reviewRounds?: { __typename?: 'ReviewRoundConnection', totalCount: number, nodes: Array<{ __typename?: 'ReviewRound', code: string, title: string, asOf: string, openedBy: string, openedAt: string, closedAt?: string | null, region?: { __typename?: 'Region', name: string } | null, counts: Array<{ __typename?: 'ReviewCount', items: number, closed: number, overdue: number, closedRate?: number | null }> }> } | null };

export type OpenRoundMutationVariables = Exact<{
  input: OpenReviewRoundInput;
}>;


export type OpenRoundMutation = { __typename?: 'Mutation', openReviewRound?: { __typename?: 'ReviewPayload', round?: { __typename?: 'ReviewRound', code: string } | null, problems: Array<{ __typename?: 'Problem', path: string, code: string, message: string, warning: boolean }> } | null };

export type RuleQueryVariables = Exact<{
  key: Scalars['IndicatorKey']['input'];
}>;


export type RuleQuery = { __typename?: 'Query', indicator?: { __typename?: 'Indicator', key: string, title: string, titleEnglish: string, subject: Subject, formula: string, formulaEnglish: string, regulation: string } | null };

export type FindingCountsQueryVariables = Exact<{
  subject?: InputMaybe<Subject>;
  where?: InputMaybe<SubjectFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
}>;


export type FindingCountsQuery = { __typename?: 'Query', findingCounts?: Array<{ __typename?: 'FindingCount', rule: { __typename?: 'Indicator', key: string, title: string, titleEnglish: string, subject: Subject, formula: string, formulaEnglish: string, regulation: string }, share: { __typename?: 'Share', status: ShareStatus, rate?: number | null, numerator?: number | null, denominator?: number | null, gap?: number | null, unknown?: number | null, compare?: { __typename?: 'ShareComparison', change?: number | null } | null } }> | null };

export type TrendQueryVariables = Exact<{
  subject: Subject;
  of: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<SubjectFilter>;
  periods: Periods;
}>;


export type TrendQuery = { __typename?: 'Query', quality?: { __typename?: 'Coverage', rows: Array<{ __typename?: 'CoverageRow', asOf: string, period?: string | null, provisional: boolean, share?: { __typename?: 'Share', status: ShareStatus, rate?: number | null, numerator?: number | null, denominator?: number | null, gap?: number | null, target?: number | null, definitionChanged: boolean, definition: { __typename?: 'IndicatorVersion', version: string } } | null }> } | null };

export type MovementQueryVariables = Exact<{
  of: Scalars['IndicatorKey']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  where?: InputMaybe<UnitFilter>;
}>;


export type MovementQuery = { __typename?: 'Query', movement?: { __typename?: 'Movement', rows: Array<{ __typename?: 'MovementRow', numeratorFrom: number, denominatorFrom: number, gained: number, lost: number, enteredMet: number, enteredUnmet: number, leftMet: number, leftUnmet: number, numeratorTo: number, denominatorTo: number, group: { __typename?: 'CoverageRow', regionCode?: string | null, regionName?: string | null } }>, total: { __typename?: 'MovementRow', numeratorFrom: number, denominatorFrom: number, gained: number, lost: number, enteredMet: number, enteredUnmet: number, leftMet: number, leftUnmet: number, numeratorTo: number, denominatorTo: number } } | null };

export type MovementPartsFragment = { __typename?: 'MovementRow', numeratorFrom: number, denominatorFrom: number, gained: number, lost: number, enteredMet: number, enteredUnmet: number, leftMet: number, leftUnmet: number, numeratorTo: number, denominatorTo: number };

export type DomainRowsQueryVariables = Exact<{
  of: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<UnitFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type DomainRowsQuery = { __typename?: 'Query', coverage?: { __typename?: 'Coverage', rows: Array<{ __typename?: 'CoverageRow', domain?: Domain | null, share?: { __typename?: 'Share', status: ShareStatus, numerator?: number | null, denominator?: number | null, gap?: number | null, unknown?: number | null, notApplicable?: number | null, exempt?: number | null, rate?: number | null, provisional: boolean, target?: number | null, shortfall?: number | null, definitionChanged: boolean, definition: { __typename?: 'IndicatorVersion', version: string, validFrom?: string | null } } | null }> } | null };

export type HeatQueryVariables = Exact<{
  of: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<UnitFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type HeatQuery = { __typename?: 'Query', coverage?: { __typename?: 'Coverage', rows: Array<{ __typename?: 'CoverageRow', regionCode?: string | null, regionName?: string | null, domain?: Domain | null, share?: { __typename?: 'Share', status: ShareStatus, rate?: number | null, numerator?: number | null, denominator?: number | null, gap?: number | null } | null }> } | null };

export type SharePartsFragment = { __typename?: 'Share', status: ShareStatus, numerator?: number | null, denominator?: number | null, gap?: number | null, unknown?: number | null, notApplicable?: number | null, exempt?: number | null, rate?: number | null, provisional: boolean, target?: number | null, shortfall?: number | null, definitionChanged: boolean, definition: { __typename?: 'IndicatorVersion', version: string, validFrom?: string | null } };

export type CardQueryVariables = Exact<{
  of: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<UnitFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  month?: InputMaybe<Scalars['Date']['input']>;
  year?: InputMaybe<Scalars['Date']['input']>;
}>;


export type CardQuery = { __typename?: 'Query', coverage?: { __typename?: 'Coverage', total: { __typename?: 'CoverageRow', share?: { __typename?: 'Share', status: ShareStatus, numerator?: number | null, denominator?: number | null, gap?: number | null, unknown?: number | null, notApplicable?: number | null, exempt?: number | null, rate?: number | null, provisional: boolean, target?: number | null, shortfall?: number | null, definitionChanged: boolean, compare?: { __typename?: 'ShareComparison', asOf: string, rate?: number | null, change?: number | null } | null, definition: { __typename?: 'IndicatorVersion', version: string, validFrom?: string | null } } | null, yearAgo?: { __typename?: 'Share', status: ShareStatus, definitionChanged: boolean, compare?: { __typename?: 'ShareComparison', asOf: string, rate?: number | null, change?: number | null } | null } | null } } | null };

export type RegionRowsQueryVariables = Exact<{
  of: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<UnitFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type RegionRowsQuery = { __typename?: 'Query', coverage?: { __typename?: 'Coverage', rows: Array<{ __typename?: 'CoverageRow', regionCode?: string | null, regionName?: string | null, share?: { __typename?: 'Share', status: ShareStatus, numerator?: number | null, denominator?: number | null, gap?: number | null, unknown?: number | null, notApplicable?: number | null, exempt?: number | null, rate?: number | null, provisional: boolean, target?: number | null, shortfall?: number | null, definitionChanged: boolean, definition: { __typename?: 'IndicatorVersion', version: string, validFrom?: string | null } } | null }> } | null };

export type SeriesQueryVariables = Exact<{
  of: Scalars['IndicatorKey']['input'];
  where?: InputMaybe<UnitFilter>;
  periods: Periods;
}>;


export type SeriesQuery = { __typename?: 'Query', coverage?: { __typename?: 'Coverage', rows: Array<{ __typename?: 'CoverageRow', asOf: string, period?: string | null, provisional: boolean, share?: { __typename?: 'Share', status: ShareStatus, rate?: number | null, numerator?: number | null, denominator?: number | null, gap?: number | null, target?: number | null, definitionChanged: boolean, definition: { __typename?: 'IndicatorVersion', version: string } } | null }> } | null };

export type PlanQueryVariables = Exact<{
  where?: InputMaybe<UnitFilter>;
  indicator: Scalars['IndicatorKey']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type PlanQuery = { __typename?: 'Query', gapPlan?: { __typename?: 'GapPlan', gaps: number, closed: number, dataVersion: string | number, before: { __typename?: 'PlanShare', numerator: number, denominator: number, gap: number, rate?: number | null }, after: { __typename?: 'PlanShare', numerator: number, denominator: number, gap: number, rate?: number | null }, regions: Array<{ __typename?: 'PlanRegion', region: { __typename?: 'Region', code: string, name: string }, before: { __typename?: 'PlanShare', numerator: number, denominator: number, gap: number, rate?: number | null }, after: { __typename?: 'PlanShare', numerator: number, denominator: number, gap: number, rate?: number | null } }>, steps: Array<{ __typename?: 'PlanStepCount', step: NextStep, proposals: number, units: number }>, reasons: Array<{ __typename?: 'PlanReasonCount', reason: PlanReason, units: number }> } | null };

export type PlanSharePartsFragment = { __typename?: 'PlanShare', numerator: number, denominator: number, gap: number, rate?: number | null };

export type PlanProposalsQueryVariables = Exact<{
  where?: InputMaybe<UnitFilter>;
  indicator: Scalars['IndicatorKey']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  steps?: InputMaybe<Array<NextStep> | NextStep>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
}>;


export type PlanProposalsQuery = { __typename?: 'Query', gapPlan?: { __typename?: 'GapPlan', proposals?: { __typename?: 'ProposalConnection', totalCount: number, asOf: string, dataVersion: string | number, nodes: Array<{ __typename?: 'Proposal', step: NextStep, unitCount: number, basis?: PlanBasis | null, hostRelation?: PlanHost | null, fullMembers: number, message: string, units: Array<{ __typename?: 'Unit', creditCode: string, name: string, domain: Domain, region: { __typename?: 'Region', code: string, name: string } }>, host?: { __typename?: 'Organisation', code: string, name: string } | null, instructor?: { __typename?: 'Instructor', code: string, name: string } | null }> } | null } | null };

export type PlanOpenQueryVariables = Exact<{
  where?: InputMaybe<UnitFilter>;
  indicator: Scalars['IndicatorKey']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  reasons?: InputMaybe<Array<PlanReason> | PlanReason>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
}>;


export type PlanOpenQuery = { __typename?: 'Query', gapPlan?: { __typename?: 'GapPlan', open?: { __typename?: 'OpenGapConnection', totalCount: number, nodes: Array<{ __typename?: 'OpenGap', reason: PlanReason, message: string, unit: { __typename?: 'Unit', creditCode: string, name: string, domain: Domain, region: { __typename?: 'Region', name: string } } }> } | null } | null };

export type DeclarersQueryVariables = Exact<{
  where?: InputMaybe<OrganisationFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type DeclarersQuery = { __typename?: 'Query', organisations?: { __typename?: 'OrganisationConnection', nodes: Array<{ __typename?: 'Organisation', code: string, name: string }> } | null };

export type DeclarerQueryVariables = Exact<{
  code: Scalars['String']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type DeclarerQuery = { __typename?: 'Query', organisation?: { __typename?: 'Organisation', code: string, name: string } | null };

export type AnnualReturnQueryVariables = Exact<{
  where?: InputMaybe<UnitFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  declaredBy?: InputMaybe<Scalars['String']['input']>;
}>;


export type AnnualReturnQuery = { __typename?: 'Query', annualReturn?: { __typename?: 'AnnualReturn', asOf: string, year?: number | null, declaredCells: number, declaredBy?: { __typename?: 'Organisation', code: string, name: string } | null, tables: Array<{ __typename?: 'ReturnTable', key: string, title: string, columns: Array<{ __typename?: 'ReturnColumn', key: string, title: string }>, rows: Array<{ __typename?: 'ReturnRow', key: string, title: string, supplementary: boolean, cells: Array<{ __typename?: 'ReturnCell', column: string, units: number, organisations?: number | null }> }> }>, checks: Array<{ __typename?: 'ReturnCheck', title: string, titleEnglish: string, table?: string | null, column?: string | null, left: number, right: number, holds: boolean }>, differences: Array<{ __typename?: 'ReturnDifference', table: string, tableTitle: string, row: string, rowTitle: string, column: string, columnTitle: string, declared: number, counted: number, difference: number }> } | null };

export type OrganisationsQueryVariables = Exact<{
  where?: InputMaybe<OrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type OrganisationsQuery = { __typename?: 'Query', organisations?: { __typename?: 'OrganisationConnection', totalCount: number, nodes: Array<{ __typename?: 'Organisation', code: string, name: string, kind: OrganisationKind, nature: OrganisationNature, establishedOn: string, termEndsOn?: string | null, setUps: Array<SetUp>, participatingFullMembers?: number | null, region?: { __typename?: 'Region', name: string } | null, host?: { __typename?: 'Organisation', code: string, name: string } | null, setUpConditions: Array<{ __typename?: 'SetUpCondition', setUp: SetUp, code: SetUpConditionCode, state: ConditionState, message: string, found?: number | null, limit?: number | null }>, participants: Array<{ __typename?: 'Participation', fullMembers?: number | null, home: { __typename?: 'Organisation', code: string, name: string } }>, units: { __typename?: 'UnitConnection', totalCount: number } }> } | null };

export type OrganisationQueryVariables = Exact<{
  code: Scalars['String']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type OrganisationQuery = { __typename?: 'Query', organisation?: { __typename?: 'Organisation', code: string, name: string, kind: OrganisationKind, nature: OrganisationNature, setUps: Array<SetUp>, establishedOn: string, dissolvedOn?: string | null, termBeganOn?: string | null, termEndsOn?: string | null, approvalDocument?: string | null, approvedOn?: string | null, fullMembers?: number | null, probationaryMembers?: number | null, participatingFullMembers?: number | null, region?: { __typename?: 'Region', name: string } | null, parent?: { __typename?: 'Organisation', code: string, name: string } | null, host?: { __typename?: 'Organisation', code: string, name: string } | null, setUpConditions: Array<{ __typename?: 'SetUpCondition', setUp: SetUp, code: SetUpConditionCode, state: ConditionState, message: string, found?: number | null, limit?: number | null }>, findings: Array<{ __typename?: 'Finding', text: string, textEnglish: string, mend: string, mendEnglish: string, since: string, days: number, rule: { __typename?: 'Indicator', key: string, title: string, titleEnglish: string } }>, participants: Array<{ __typename?: 'Participation', fullMembers?: number | null, probationaryMembers?: number | null, validFrom: string, validTo?: string | null, home: { __typename?: 'Organisation', code: string, name: string } }>, units: { __typename?: 'UnitConnection', totalCount: number, nodes: Array<{ __typename?: 'Unit', creditCode: string, name: string, domain: Domain, setUp: SetUp, region: { __typename?: 'Region', name: string } }> }, children: { __typename?: 'OrganisationConnection', totalCount: number, nodes: Array<{ __typename?: 'Organisation', code: string, name: string, kind: OrganisationKind }> } } | null };

export type SetUpRowsQueryVariables = Exact<{
  where?: InputMaybe<UnitFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type SetUpRowsQuery = { __typename?: 'Query', coverage?: { __typename?: 'Coverage', rows: Array<{ __typename?: 'CoverageRow', setUp?: SetUp | null, units: number }> } | null };

export type UnitQueryVariables = Exact<{
  code: Scalars['CreditCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type UnitQuery = { __typename?: 'Query', unit?: { __typename?: 'Unit', creditCode: string, name: string, domain: Domain, alsoDomain?: Domain | null, control: Control, industry?: string | null, industryName?: string | null, size: Size, employees?: number | null, onDutyStaff?: number | null, fullMembers?: number | null, probationaryMembers?: number | null, members?: number | null, membersElsewhere?: number | null, memberFigures: MemberFigures, foundedOn: string, status: UnitStatus, statusEvidence?: string | null, operation: Operation, establishment: Establishment, setUp: SetUp, workMeans: WorkMeans, region: { __typename?: 'Region', name: string, path: Array<{ __typename?: 'Region', name: string }> }, zone?: { __typename?: 'Zone', name: string } | null, responsible?: { __typename?: 'Organisation', code: string, name: string } | null, superior?: { __typename?: 'Organisation', code: string, name: string } | null, profile:
      | { __typename: 'EnterpriseProfile', aboveScale: AboveScale }
      | { __typename: 'OrganProfile', rank: UnitKind, organKind?: OrganKind | null }
      | { __typename: 'SchoolProfile', kind: UnitKind, schoolType?: string | null, pupils?: number | null, teachers?: number | null, publicOrPrivate: PublicOrPrivate, supervisor?: string | null }
      | { __typename: 'SocialOrganisationProfile', kind: UnitKind, supervisingBody?: string | null }
      | { __typename: 'StateOwnedEnterpriseProfile', level: UnitKind, supervisor?: string | null, aboveScale: AboveScale }
    , covers: Array<{ __typename?: 'Cover', id: string, kind: CoverKind, setUp?: SetUp | null, basis?: JointBasis | null, validFrom: string, validTo?: string | null, endReason?: EndReason | null, inForce: boolean, organisation?: { __typename?: 'Organisation', code: string, name: string } | null, instructor?: { __typename?: 'Instructor', code: string, name: string, role: InstructorRole } | null, massOrganisation?: { __typename?: 'MassOrganisation', name: string, kind: MassOrganisationKind } | null, otherUnits: { __typename?: 'UnitConnection', totalCount: number, nodes: Array<{ __typename?: 'Unit', creditCode: string, name: string }> }, source?: { __typename?: 'Source', name: string, recorder: string } | null }>, history: Array<{ __typename?: 'UnitSpan', validFrom: string, validTo?: string | null, name: string, operation: Operation, establishment: Establishment, setUp: SetUp, workMeans: WorkMeans, employees?: number | null, fullMembers?: number | null, results: Array<{ __typename?: 'IndicatorResult', result: Result, indicator: { __typename?: 'Indicator', key: string } }> }>, why: Array<{ __typename?: 'Explanation', result: Result, version: string, rule: string, ruleEnglish: string, indicator: { __typename?: 'Indicator', key: string, title: string, titleEnglish: string }, evidence: Array<{ __typename?: 'Evidence', title: string, value: string, valueEnglish: string, since?: string | null, until?: string | null }>, reasons: Array<{ __typename?: 'GapReason', code: GapReasonCode, message: string }>, nextSteps: Array<{ __typename?: 'NextStepAdvice', step: NextStep, message: string }> }>, reports: Array<{ __typename?: 'UnitReport', validFrom: string, validTo?: string | null, name: string, control: Control, size: Size, industry?: string | null, employees?: number | null, fullMembers?: number | null, probationaryMembers?: number | null, status: UnitStatus, recordedIn: string | number, region: { __typename?: 'Region', name: string }, source?: { __typename?: 'Source', name: string, recorder: string } | null }>, findings: Array<{ __typename?: 'Finding', text: string, textEnglish: string, mend: string, mendEnglish: string, since: string, days: number, rule: { __typename?: 'Indicator', key: string, title: string, titleEnglish: string } }>, predecessors: Array<{ __typename?: 'Succession', kind: SuccessionKind, succeededOn: string, unit?: { __typename?: 'Unit', creditCode: string, name: string } | null }>, successors: Array<{ __typename?: 'Succession', kind: SuccessionKind, succeededOn: string, unit?: { __typename?: 'Unit', creditCode: string, name: string } | null }>, candidates: Array<{ __typename?: 'Candidate', code: string, name: string, direction: Direction, stage: Stage, pending: boolean, dueOn?: string | null, duty?: string | null, overdueDays: number, blockedBy: Array<BlockedBy> }>, visits: Array<{ __typename?: 'Visit', visitedOn: string, content?: string | null, instructor?: { __typename?: 'Instructor', name: string } | null }> } | null };

export type SuperiorsQueryVariables = Exact<{
  where?: InputMaybe<OrganisationFilter>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type SuperiorsQuery = { __typename?: 'Query', organisations?: { __typename?: 'OrganisationConnection', nodes: Array<{ __typename?: 'Organisation', code: string, name: string }> } | null };

export type SuperiorPathQueryVariables = Exact<{
  code: Scalars['String']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type SuperiorPathQuery = { __typename?: 'Query', organisation?: { __typename?: 'Organisation', code: string, name: string, parent?: { __typename?: 'Organisation', code: string, name: string, parent?: { __typename?: 'Organisation', code: string, name: string, parent?: { __typename?: 'Organisation', code: string, name: string, parent?: { __typename?: 'Organisation', code: string, name: string } | null } | null } | null } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MovementPartsFragmentDoc = new TypedDocumentString(`
    fragment MovementParts on MovementRow {
  numeratorFrom
  denominatorFrom
  gained
  lost
  enteredMet
  enteredUnmet
  leftMet
  leftUnmet
  numeratorTo
  denominatorTo
}
    `, {"fragmentName":"MovementParts"}) as unknown as TypedDocumentString<MovementPartsFragment, unknown>;
export const SharePartsFragmentDoc = new TypedDocumentString(`
    fragment ShareParts on Share {
  status
  numerator
  denominator
  gap
  unknown
  notApplicable
  exempt
  rate
  provisional
  target
  shortfall
  definition {
    version
    validFrom
  }
  definitionChanged
}
    `, {"fragmentName":"ShareParts"}) as unknown as TypedDocumentString<SharePartsFragment, unknown>;
export const PlanSharePartsFragmentDoc = new TypedDocumentString(`
    fragment PlanShareParts on PlanShare {
  numerator
  denominator
  gap
  rate
}
    `, {"fragmentName":"PlanShareParts"}) as unknown as TypedDocumentString<PlanSharePartsFragment, unknown>;
export const SessionDocument = new TypedDocumentString(`
    query Session {
  viewer {
    name
    role
    rights
    demo
    region {
      code
      name
      level
    }
  }
  dataSet {
    version
    changedAt
    today
    demo
    label
    secrecyLabel
    importRunning
    ruleSet
    unitCount
  }
  indicators {
    key
    title
    titleEnglish
    formula
    formulaEnglish
    regulation
    memberBased
    version {
      version
      validFrom
    }
  }
  regions {
    code
    name
    level
  }
}
    `) as unknown as TypedDocumentString<SessionQuery, SessionQueryVariables>;
export const RegionPathDocument = new TypedDocumentString(`
    query RegionPath($code: RegionCode!, $asOf: Date) {
  region(code: $code, asOf: $asOf) {
    code
    name
    path {
      code
      name
    }
    children {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RegionPathQuery, RegionPathQueryVariables>;
export const CreateKeyDocument = new TypedDocumentString(`
    mutation CreateKey($input: CreateKeyInput!) {
  createKey(input: $input) {
    name
    secret
  }
}
    `) as unknown as TypedDocumentString<CreateKeyMutation, CreateKeyMutationVariables>;
export const RevokeKeyDocument = new TypedDocumentString(`
    mutation RevokeKey($name: String!) {
  revokeKey(name: $name) {
    name
  }
}
    `) as unknown as TypedDocumentString<RevokeKeyMutation, RevokeKeyMutationVariables>;
export const CandidatesDocument = new TypedDocumentString(`
    query Candidates($where: CandidateFilter, $orderBy: [CandidateOrder!], $first: Int, $offset: Int, $asOf: Date) {
  candidates(
    where: $where
    orderBy: $orderBy
    first: $first
    offset: $offset
    asOf: $asOf
  ) {
    totalCount
    nodes {
      code
      name
      direction
      stage
      stageSince
      duty
      dueOn
      earliestNextOn
      overdueDays
      blockedBy
      unit {
        creditCode
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CandidatesQuery, CandidatesQueryVariables>;
export const CultivationCountsDocument = new TypedDocumentString(`
    query CultivationCounts($where: CandidateFilter, $groupBy: [CandidateDimension!]!, $asOf: Date) {
  candidateCounts(where: $where, groupBy: $groupBy, asOf: $asOf) {
    rows {
      direction
      stage
      pending
      overdue
      count
      status
      withheld
    }
  }
}
    `) as unknown as TypedDocumentString<CultivationCountsQuery, CultivationCountsQueryVariables>;
export const CultivationTotalsDocument = new TypedDocumentString(`
    query CultivationTotals($pending: CandidateFilter, $overdue: CandidateFilter, $persons: Boolean!, $asOf: Date) {
  pending: candidates(where: $pending, first: 1, asOf: $asOf) {
    totalCount
  }
  overdue: candidates(where: $overdue, first: 1, asOf: $asOf) @include(if: $persons) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CultivationTotalsQuery, CultivationTotalsQueryVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports {
  dataSet {
    imports {
      id
      state
      recorder
      startedAt
      finishedAt
      report
    }
  }
}
    `) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const DrillDocument = new TypedDocumentString(`
    query Drill($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $groupBy: [Dimension!]!) {
  coverage(
    where: $where
    asOf: $asOf
    groupBy: $groupBy
    orderBy: [{measure: GAP, of: $of, direction: DESC}]
  ) {
    rows {
      regionCode
      regionName
      superiorCode
      superiorName
      share(of: $of) {
        status
        gap
        rate
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DrillQuery, DrillQueryVariables>;
export const GapsDocument = new TypedDocumentString(`
    query Gaps($indicator: IndicatorKey!, $where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {
  gaps(
    indicator: $indicator
    where: $where
    orderBy: $orderBy
    offset: $offset
    first: $first
    asOf: $asOf
  ) {
    totalCount
    nodes {
      unit {
        creditCode
        name
        domain
        region {
          name
        }
        employees
      }
      reasons {
        code
        message
      }
      nextSteps {
        step
        message
      }
      since
      days
      sinceRuleChange
      lastCover {
        validTo
        endReason
        organisation {
          name
        }
        instructor {
          name
        }
        massOrganisation {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GapsQuery, GapsQueryVariables>;
export const IndustriesDocument = new TypedDocumentString(`
    query Industries {
  industries {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<IndustriesQuery, IndustriesQueryVariables>;
export const UnitsDocument = new TypedDocumentString(`
    query Units($where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {
  units(
    where: $where
    orderBy: $orderBy
    offset: $offset
    first: $first
    asOf: $asOf
  ) {
    totalCount
    nodes {
      creditCode
      name
      domain
      region {
        name
      }
      employees
      fullMembers
      memberFigures
      operation
      establishment
      setUp
      workMeans
      foundedOn
    }
  }
}
    `) as unknown as TypedDocumentString<UnitsQuery, UnitsQueryVariables>;
export const ZonesDocument = new TypedDocumentString(`
    query Zones($where: ZoneFilter, $first: Int, $asOf: Date) {
  zones(where: $where, first: $first, asOf: $asOf) {
    totalCount
    nodes {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ZonesQuery, ZonesQueryVariables>;
export const AssignDocument = new TypedDocumentString(`
    mutation Assign($input: AssignReviewItemsInput!) {
  act: assignReviewItems(input: $input) {
    items {
      id
    }
    problems {
      path
      code
      message
      warning
    }
  }
}
    `) as unknown as TypedDocumentString<AssignMutation, AssignMutationVariables>;
export const AnswerDocument = new TypedDocumentString(`
    mutation Answer($input: AnswerReviewItemsInput!) {
  act: answerReviewItems(input: $input) {
    items {
      id
    }
    problems {
      path
      code
      message
      warning
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerMutation, AnswerMutationVariables>;
export const CheckDocument = new TypedDocumentString(`
    mutation Check($input: CheckReviewItemsInput!) {
  act: checkReviewItems(input: $input) {
    items {
      id
    }
    problems {
      path
      code
      message
      warning
    }
  }
}
    `) as unknown as TypedDocumentString<CheckMutation, CheckMutationVariables>;
export const RuleRegionsDocument = new TypedDocumentString(`
    query RuleRegions($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $asOf: Date) {
  quality(subject: $subject, where: $where, groupBy: [REGION], asOf: $asOf) {
    rows {
      regionCode
      regionName
      share(of: $of) {
        status
        rate
        gap
        denominator
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RuleRegionsQuery, RuleRegionsQueryVariables>;
export const FindingsDocument = new TypedDocumentString(`
    query Findings($rule: IndicatorKey!, $where: SubjectFilter, $dueBetween: DateSpan, $first: Int, $offset: Int, $asOf: Date) {
  findings(
    rule: $rule
    where: $where
    dueBetween: $dueBetween
    first: $first
    offset: $offset
    asOf: $asOf
    orderBy: [{by: SINCE}]
  ) {
    totalCount
    nodes {
      code
      name
      subject
      regionName
      since
      days
      sinceRuleChange
      text
      textEnglish
      mend
      mendEnglish
      evidence {
        title
        value
        valueEnglish
        since
        until
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindingsQuery, FindingsQueryVariables>;
export const RoundItemsDocument = new TypedDocumentString(`
    query RoundItems($code: String!, $where: ReviewFilter, $first: Int, $offset: Int) {
  reviewRound(code: $code) {
    items(where: $where, first: $first, offset: $offset) {
      totalCount
      nodes {
        id
        code
        name
        subject
        rule {
          title
          titleEnglish
        }
        region {
          name
        }
        text
        mend
        state
        overdue
        dueOn
        stillFound
        assignedTo {
          code
          name
        }
        assignedToCode
        events {
          act
          actor
          at
          note
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RoundItemsQuery, RoundItemsQueryVariables>;
export const RoundDocument = new TypedDocumentString(`
    query Round($code: String!, $where: ReviewFilter) {
  reviewRound(code: $code) {
    code
    title
    asOf
    region {
      name
    }
    openedBy
    openedAt
    closedBy
    closedAt
    whole: counts(where: $where) {
      items
      closed
      overdue
      closedRate
    }
    byState: counts(where: $where, groupBy: [STATE]) {
      state
      items
    }
    byRule: counts(where: $where, groupBy: [RULE]) {
      rule {
        key
        title
        titleEnglish
      }
      items
      closed
      overdue
      closedRate
    }
  }
}
    `) as unknown as TypedDocumentString<RoundQuery, RoundQueryVariables>;
export const CloseRoundDocument = new TypedDocumentString(`
    mutation CloseRound($code: String!) {
  closeReviewRound(code: $code) {
    round {
      code
    }
    problems {
      path
      code
      message
      warning
    }
  }
}
    `) as unknown as TypedDocumentString<CloseRoundMutation, CloseRoundMutationVariables>;
export const ReviewRoundsDocument = new TypedDocumentString(`
    query ReviewRounds {
  reviewRounds(first: 200) {
    totalCount
    nodes {
      code
      title
      asOf
      region {
        name
      }
      openedBy
      openedAt
      closedAt
      counts {
        items
        closed
        overdue
        closedRate
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewRoundsQuery, ReviewRoundsQueryVariables>;
export const OpenRoundDocument = new TypedDocumentString(`
    mutation OpenRound($input: OpenReviewRoundInput!) {
  openReviewRound(input: $input) {
    round {
      code
    }
    problems {
      path
      code
      message
      warning
    }
  }
}
    `) as unknown as TypedDocumentString<OpenRoundMutation, OpenRoundMutationVariables>;
export const RuleDocument = new TypedDocumentString(`
    query Rule($key: IndicatorKey!) {
  indicator(key: $key) {
    key
    title
    titleEnglish
    subject
    formula
    formulaEnglish
    regulation
  }
}
    `) as unknown as TypedDocumentString<RuleQuery, RuleQueryVariables>;
export const FindingCountsDocument = new TypedDocumentString(`
    query FindingCounts($subject: Subject, $where: SubjectFilter, $asOf: Date, $compareTo: Date) {
  findingCounts(
    subject: $subject
    where: $where
    asOf: $asOf
    compareTo: $compareTo
  ) {
    rule {
      key
      title
      titleEnglish
      subject
      formula
      formulaEnglish
      regulation
    }
    share {
      status
      rate
      numerator
      denominator
      gap
      unknown
      compare {
        change
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindingCountsQuery, FindingCountsQueryVariables>;
export const TrendDocument = new TypedDocumentString(`
    query Trend($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $periods: Periods!) {
  quality(subject: $subject, where: $where, groupBy: [PERIOD], periods: $periods) {
    rows {
      asOf
      period
      provisional
      share(of: $of) {
        status
        rate
        numerator
        denominator
        gap
        target
        definitionChanged
        definition {
          version
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TrendQuery, TrendQueryVariables>;
export const MovementDocument = new TypedDocumentString(`
    query Movement($of: IndicatorKey!, $from: Date!, $to: Date!, $where: UnitFilter) {
  movement(indicator: $of, from: $from, to: $to, where: $where, groupBy: [REGION]) {
    rows {
      ...MovementParts
      group {
        regionCode
        regionName
      }
    }
    total {
      ...MovementParts
    }
  }
}
    fragment MovementParts on MovementRow {
  numeratorFrom
  denominatorFrom
  gained
  lost
  enteredMet
  enteredUnmet
  leftMet
  leftUnmet
  numeratorTo
  denominatorTo
}`) as unknown as TypedDocumentString<MovementQuery, MovementQueryVariables>;
export const DomainRowsDocument = new TypedDocumentString(`
    query DomainRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {
  coverage(where: $where, groupBy: [DOMAIN], asOf: $asOf) {
    rows {
      domain
      share(of: $of) {
        ...ShareParts
      }
    }
  }
}
    fragment ShareParts on Share {
  status
  numerator
  denominator
  gap
  unknown
  notApplicable
  exempt
  rate
  provisional
  target
  shortfall
  definition {
    version
    validFrom
  }
  definitionChanged
}`) as unknown as TypedDocumentString<DomainRowsQuery, DomainRowsQueryVariables>;
export const HeatDocument = new TypedDocumentString(`
    query Heat($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {
  coverage(where: $where, groupBy: [REGION, DOMAIN], asOf: $asOf) {
    rows {
      regionCode
      regionName
      domain
      share(of: $of) {
        status
        rate
        numerator
        denominator
        gap
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HeatQuery, HeatQueryVariables>;
export const CardDocument = new TypedDocumentString(`
    query Card($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $month: Date, $year: Date) {
  coverage(where: $where, asOf: $asOf) {
    total {
      share(of: $of, compareTo: $month) {
        ...ShareParts
        compare {
          asOf
          rate
          change
        }
      }
      yearAgo: share(of: $of, compareTo: $year) {
        status
        definitionChanged
        compare {
          asOf
          rate
          change
        }
      }
    }
  }
}
    fragment ShareParts on Share {
  status
  numerator
  denominator
  gap
  unknown
  notApplicable
  exempt
  rate
  provisional
  target
  shortfall
  definition {
    version
    validFrom
  }
  definitionChanged
}`) as unknown as TypedDocumentString<CardQuery, CardQueryVariables>;
export const RegionRowsDocument = new TypedDocumentString(`
    query RegionRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {
  coverage(where: $where, groupBy: [REGION], asOf: $asOf) {
    rows {
      regionCode
      regionName
      share(of: $of) {
        ...ShareParts
      }
    }
  }
}
    fragment ShareParts on Share {
  status
  numerator
  denominator
  gap
  unknown
  notApplicable
  exempt
  rate
  provisional
  target
  shortfall
  definition {
    version
    validFrom
  }
  definitionChanged
}`) as unknown as TypedDocumentString<RegionRowsQuery, RegionRowsQueryVariables>;
export const SeriesDocument = new TypedDocumentString(`
    query Series($of: IndicatorKey!, $where: UnitFilter, $periods: Periods!) {
  coverage(where: $where, groupBy: [PERIOD], periods: $periods) {
    rows {
      asOf
      period
      provisional
      share(of: $of) {
        status
        rate
        numerator
        denominator
        gap
        target
        definitionChanged
        definition {
          version
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesQuery, SeriesQueryVariables>;
export const PlanDocument = new TypedDocumentString(`
    query Plan($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date) {
  gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {
    gaps
    closed
    dataVersion
    before {
      ...PlanShareParts
    }
    after {
      ...PlanShareParts
    }
    regions {
      region {
        code
        name
      }
      before {
        ...PlanShareParts
      }
      after {
        ...PlanShareParts
      }
    }
    steps {
      step
      proposals
      units
    }
    reasons {
      reason
      units
    }
  }
}
    fragment PlanShareParts on PlanShare {
  numerator
  denominator
  gap
  rate
}`) as unknown as TypedDocumentString<PlanQuery, PlanQueryVariables>;
export const PlanProposalsDocument = new TypedDocumentString(`
    query PlanProposals($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $steps: [NextStep!], $first: Int, $offset: Int) {
  gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {
    proposals(steps: $steps, first: $first, offset: $offset) {
      totalCount
      asOf
      dataVersion
      nodes {
        step
        unitCount
        basis
        hostRelation
        fullMembers
        message
        units {
          creditCode
          name
          domain
          region {
            code
            name
          }
        }
        host {
          code
          name
        }
        instructor {
          code
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanProposalsQuery, PlanProposalsQueryVariables>;
export const PlanOpenDocument = new TypedDocumentString(`
    query PlanOpen($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $reasons: [PlanReason!], $first: Int, $offset: Int) {
  gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {
    open(reasons: $reasons, first: $first, offset: $offset) {
      totalCount
      nodes {
        reason
        message
        unit {
          creditCode
          name
          domain
          region {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlanOpenQuery, PlanOpenQueryVariables>;
export const DeclarersDocument = new TypedDocumentString(`
    query Declarers($where: OrganisationFilter, $asOf: Date) {
  organisations(where: $where, asOf: $asOf, first: 50) {
    nodes {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<DeclarersQuery, DeclarersQueryVariables>;
export const DeclarerDocument = new TypedDocumentString(`
    query Declarer($code: String!, $asOf: Date) {
  organisation(code: $code, asOf: $asOf) {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<DeclarerQuery, DeclarerQueryVariables>;
export const AnnualReturnDocument = new TypedDocumentString(`
    query AnnualReturn($where: UnitFilter, $asOf: Date, $declaredBy: String) {
  annualReturn(where: $where, asOf: $asOf, declaredBy: $declaredBy) {
    asOf
    year
    declaredCells
    declaredBy {
      code
      name
    }
    tables {
      key
      title
      columns {
        key
        title
      }
      rows {
        key
        title
        supplementary
        cells {
          column
          units
          organisations
        }
      }
    }
    checks {
      title
      titleEnglish
      table
      column
      left
      right
      holds
    }
    differences {
      table
      tableTitle
      row
      rowTitle
      column
      columnTitle
      declared
      counted
      difference
    }
  }
}
    `) as unknown as TypedDocumentString<AnnualReturnQuery, AnnualReturnQueryVariables>;
export const OrganisationsDocument = new TypedDocumentString(`
    query Organisations($where: OrganisationFilter, $first: Int, $offset: Int, $asOf: Date) {
  organisations(where: $where, first: $first, offset: $offset, asOf: $asOf) {
    totalCount
    nodes {
      code
      name
      kind
      nature
      region {
        name
      }
      establishedOn
      termEndsOn
      setUps
      host {
        code
        name
      }
      setUpConditions {
        setUp
        code
        state
        message
        found
        limit
      }
      participants {
        fullMembers
        home {
          code
          name
        }
      }
      participatingFullMembers
      units(first: 1) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrganisationsQuery, OrganisationsQueryVariables>;
export const OrganisationDocument = new TypedDocumentString(`
    query Organisation($code: String!, $asOf: Date) {
  organisation(code: $code, asOf: $asOf) {
    code
    name
    kind
    nature
    region {
      name
    }
    parent {
      code
      name
    }
    setUps
    establishedOn
    dissolvedOn
    termBeganOn
    termEndsOn
    approvalDocument
    approvedOn
    host {
      code
      name
    }
    fullMembers
    probationaryMembers
    participatingFullMembers
    setUpConditions {
      setUp
      code
      state
      message
      found
      limit
    }
    findings {
      rule {
        key
        title
        titleEnglish
      }
      text
      textEnglish
      mend
      mendEnglish
      since
      days
    }
    participants {
      home {
        code
        name
      }
      fullMembers
      probationaryMembers
      validFrom
      validTo
    }
    units(first: 100) {
      totalCount
      nodes {
        creditCode
        name
        domain
        region {
          name
        }
        setUp
      }
    }
    children(first: 100) {
      totalCount
      nodes {
        code
        name
        kind
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrganisationQuery, OrganisationQueryVariables>;
export const SetUpRowsDocument = new TypedDocumentString(`
    query SetUpRows($where: UnitFilter, $asOf: Date) {
  coverage(where: $where, groupBy: [SET_UP], asOf: $asOf) {
    rows {
      setUp
      units
    }
  }
}
    `) as unknown as TypedDocumentString<SetUpRowsQuery, SetUpRowsQueryVariables>;
export const UnitDocument = new TypedDocumentString(`
    query Unit($code: CreditCode!, $asOf: Date) {
  unit(creditCode: $code, asOf: $asOf) {
    creditCode
    name
    domain
    alsoDomain
    control
    region {
      name
      path {
        name
      }
    }
    zone {
      name
    }
    industry
    industryName
    size
    employees
    onDutyStaff
    fullMembers
    probationaryMembers
    members
    membersElsewhere
    memberFigures
    foundedOn
    status
    statusEvidence
    operation
    establishment
    setUp
    workMeans
    responsible {
      code
      name
    }
    superior {
      code
      name
    }
    profile {
      __typename
      ... on EnterpriseProfile {
        aboveScale
      }
      ... on SocialOrganisationProfile {
        kind
        supervisingBody
      }
      ... on SchoolProfile {
        kind
        schoolType
        pupils
        teachers
        publicOrPrivate
        supervisor
      }
      ... on StateOwnedEnterpriseProfile {
        level
        supervisor
        aboveScale
      }
      ... on OrganProfile {
        organKind: kind
        rank
      }
    }
    covers {
      id
      kind
      setUp
      basis
      validFrom
      validTo
      endReason
      inForce
      organisation {
        code
        name
      }
      instructor {
        code
        name
        role
      }
      massOrganisation {
        name
        kind
      }
      otherUnits(first: 5) {
        totalCount
        nodes {
          creditCode
          name
        }
      }
      source {
        name
        recorder
      }
    }
    history {
      validFrom
      validTo
      name
      operation
      establishment
      setUp
      workMeans
      employees
      fullMembers
      results {
        indicator {
          key
        }
        result
      }
    }
    why {
      indicator {
        key
        title
        titleEnglish
      }
      result
      version
      rule
      ruleEnglish
      evidence {
        title
        value
        valueEnglish
        since
        until
      }
      reasons {
        code
        message
      }
      nextSteps {
        step
        message
      }
    }
    reports {
      validFrom
      validTo
      name
      region {
        name
      }
      control
      size
      industry
      employees
      fullMembers
      probationaryMembers
      status
      recordedIn
      source {
        name
        recorder
      }
    }
    findings {
      rule {
        key
        title
        titleEnglish
      }
      text
      textEnglish
      mend
      mendEnglish
      since
      days
    }
    predecessors {
      kind
      succeededOn
      unit {
        creditCode
        name
      }
    }
    successors {
      kind
      succeededOn
      unit {
        creditCode
        name
      }
    }
    candidates {
      code
      name
      direction
      stage
      pending
      dueOn
      duty
      overdueDays
      blockedBy
    }
    visits {
      visitedOn
      content
      instructor {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnitQuery, UnitQueryVariables>;
export const SuperiorsDocument = new TypedDocumentString(`
    query Superiors($where: OrganisationFilter, $asOf: Date) {
  organisations(where: $where, asOf: $asOf, first: 50) {
    nodes {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SuperiorsQuery, SuperiorsQueryVariables>;
export const SuperiorPathDocument = new TypedDocumentString(`
    query SuperiorPath($code: String!, $asOf: Date) {
  organisation(code: $code, asOf: $asOf) {
    code
    name
    parent {
      code
      name
      parent {
        code
        name
        parent {
          code
          name
          parent {
            code
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuperiorPathQuery, SuperiorPathQueryVariables>;