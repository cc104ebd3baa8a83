/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Session {\n    viewer { name role rights demo region { code name level } }\n    dataSet { version changedAt today demo label secrecyLabel importRunning ruleSet unitCount }\n    indicators { key title titleEnglish formula formulaEnglish regulation memberBased version { version validFrom } }\n    regions { code name level }\n  }\n": typeof types.SessionDocument,
    "\n  query RegionPath($code: RegionCode!, $asOf: Date) {\n    region(code: $code, asOf: $asOf) { code name path { code name } children { code name } }\n  }\n": typeof types.RegionPathDocument,
    "mutation CreateKey($input: CreateKeyInput!) { createKey(input: $input) { name secret } }": typeof types.CreateKeyDocument,
    "mutation RevokeKey($name: String!) { revokeKey(name: $name) { name } }": typeof types.RevokeKeyDocument,
    "\n  query Candidates($where: CandidateFilter, $orderBy: [CandidateOrder!], $first: Int, $offset: Int, $asOf: Date) {\n    candidates(where: $where, orderBy: $orderBy, first: $first, offset: $offset, asOf: $asOf) {\n      totalCount\n      nodes { code name direction stage stageSince duty dueOn earliestNextOn overdueDays blockedBy unit { creditCode name } }\n    }\n  }\n": typeof types.CandidatesDocument,
    "\n  query CultivationCounts($where: CandidateFilter, $groupBy: [CandidateDimension!]!, $asOf: Date) {\n    candidateCounts(where: $where, groupBy: $groupBy, asOf: $asOf) { rows { direction stage pending overdue count status withheld } }\n  }\n": typeof types.CultivationCountsDocument,
    "\n  query CultivationTotals($pending: CandidateFilter, $overdue: CandidateFilter, $persons: Boolean!, $asOf: Date) {\n    pending: candidates(where: $pending, first: 1, asOf: $asOf) { totalCount }\n    overdue: candidates(where: $overdue, first: 1, asOf: $asOf) @include(if: $persons) { totalCount }\n  }\n": typeof types.CultivationTotalsDocument,
    "query Imports { dataSet { imports { id state recorder startedAt finishedAt report } } }": typeof types.ImportsDocument,
    "\n  query Drill($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $groupBy: [Dimension!]!) {\n    coverage(where: $where, asOf: $asOf, groupBy: $groupBy, orderBy: [{ measure: GAP, of: $of, direction: DESC }]) {\n      rows { regionCode regionName superiorCode superiorName share(of: $of) { status gap rate } }\n    }\n  }\n": typeof types.DrillDocument,
    "\n  query Gaps($indicator: IndicatorKey!, $where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {\n    gaps(indicator: $indicator, where: $where, orderBy: $orderBy, offset: $offset, first: $first, asOf: $asOf) {\n      totalCount\n      nodes {\n        unit { creditCode name domain region { name } employees }\n        reasons { code message }\n        nextSteps { step message }\n        since days sinceRuleChange\n        lastCover { validTo endReason organisation { name } instructor { name } massOrganisation { name } }\n      }\n    }\n  }\n": typeof types.GapsDocument,
    "query Industries { industries { code name } }": typeof types.IndustriesDocument,
    "\n  query Units($where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {\n    units(where: $where, orderBy: $orderBy, offset: $offset, first: $first, asOf: $asOf) {\n      totalCount\n      nodes { creditCode name domain region { name } employees fullMembers memberFigures operation establishment setUp workMeans foundedOn }\n    }\n  }\n": typeof types.UnitsDocument,
    "\n  query Zones($where: ZoneFilter, $first: Int, $asOf: Date) { zones(where: $where, first: $first, asOf: $asOf) { totalCount nodes { code name } } }\n": typeof types.ZonesDocument,
    "mutation Assign($input: AssignReviewItemsInput!) { act: assignReviewItems(input: $input) { items { id } problems { path code message warning } } }": typeof types.AssignDocument,
    "mutation Answer($input: AnswerReviewItemsInput!) { act: answerReviewItems(input: $input) { items { id } problems { path code message warning } } }": typeof types.AnswerDocument,
    "mutation Check($input: CheckReviewItemsInput!) { act: checkReviewItems(input: $input) { items { id } problems { path code message warning } } }": typeof types.CheckDocument,
    "\n  query RuleRegions($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $asOf: Date) {\n    quality(subject: $subject, where: $where, groupBy: [REGION], asOf: $asOf) {\n      rows { regionCode regionName share(of: $of) { status rate gap denominator } }\n    }\n  }\n": typeof types.RuleRegionsDocument,
    "\n  query Findings($rule: IndicatorKey!, $where: SubjectFilter, $dueBetween: DateSpan, $first: Int, $offset: Int, $asOf: Date) {\n    findings(rule: $rule, where: $where, dueBetween: $dueBetween, first: $first, offset: $offset, asOf: $asOf, orderBy: [{ by: SINCE }]) {\n      totalCount\n      nodes { code name subject regionName since days sinceRuleChange text textEnglish mend mendEnglish evidence { title value valueEnglish since until } }\n    }\n  }\n": typeof types.FindingsDocument,
    "\n  query RoundItems($code: String!, $where: ReviewFilter, $first: Int, $offset: Int) {\n    reviewRound(code: $code) {\n      items(where: $where, first: $first, offset: $offset) {\n        totalCount\n        nodes {\n          id code name subject rule { title titleEnglish } region { name } text mend state overdue dueOn stillFound assignedTo { code name } assignedToCode\n          events { act actor at note }\n        }\n      }\n    }\n  }\n": typeof types.RoundItemsDocument,
    "\n  query Round($code: String!, $where: ReviewFilter) {\n    reviewRound(code: $code) {\n      code title asOf region { name } openedBy openedAt closedBy closedAt\n      whole: counts(where: $where) { items closed overdue closedRate }\n      byState: counts(where: $where, groupBy: [STATE]) { state items }\n      byRule: counts(where: $where, groupBy: [RULE]) { rule { key title titleEnglish } items closed overdue closedRate }\n    }\n  }\n": typeof types.RoundDocument,
    "\n  mutation CloseRound($code: String!) { closeReviewRound(code: $code) { round { code } problems { path code message warning } } }\n": typeof types.CloseRoundDocument,
    "\n  query ReviewRounds {\n    reviewRounds(first: 200) {\n      totalCount\n      nodes { code title asOf region { name } openedBy openedAt closedAt counts { items closed overdue closedRate } }\n    }\n  }\n": typeof types.ReviewRoundsDocument,
    "\n  mutation OpenRound($input: OpenReviewRoundInput!) { openReviewRound(input: $input) { round { code } problems { path code message warning } } }\n": typeof types.OpenRoundDocument,
    "query Rule($key: IndicatorKey!) { indicator(key: $key) { key title titleEnglish subject formula formulaEnglish regulation } }": typeof types.RuleDocument,
    "\n  query FindingCounts($subject: Subject, $where: SubjectFilter, $asOf: Date, $compareTo: Date) {\n    findingCounts(subject: $subject, where: $where, asOf: $asOf, compareTo: $compareTo) {\n      rule { key title titleEnglish subject formula formulaEnglish regulation }\n      share { status rate numerator denominator gap unknown compare { change } }\n    }\n  }\n": typeof types.FindingCountsDocument,
    "\n  query Trend($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $periods: Periods!) {\n    quality(subject: $subject, where: $where, groupBy: [PERIOD], periods: $periods) {\n      rows { asOf period provisional share(of: $of) { status rate numerator denominator gap target definitionChanged definition { version } } }\n    }\n  }\n": typeof types.TrendDocument,
    "\n  query Movement($of: IndicatorKey!, $from: Date!, $to: Date!, $where: UnitFilter) {\n    movement(indicator: $of, from: $from, to: $to, where: $where, groupBy: [REGION]) {\n      rows { ...MovementParts group { regionCode regionName } }\n      total { ...MovementParts }\n    }\n  }\n  fragment MovementParts on MovementRow {\n    numeratorFrom denominatorFrom gained lost enteredMet enteredUnmet leftMet leftUnmet numeratorTo denominatorTo\n  }\n": typeof types.MovementDocument,
    "\n  query DomainRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [DOMAIN], asOf: $asOf) {\n      rows { domain share(of: $of) { ...ShareParts } }\n    }\n  }\n": typeof types.DomainRowsDocument,
    "\n  query Heat($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [REGION, DOMAIN], asOf: $asOf) {\n      rows { regionCode regionName domain share(of: $of) { status rate numerator denominator gap } }\n    }\n  }\n": typeof types.HeatDocument,
    "\n  fragment ShareParts on Share {\n    status numerator denominator gap unknown notApplicable exempt rate provisional target shortfall\n    definition { version validFrom } definitionChanged\n  }\n": typeof types.SharePartsFragmentDoc,
    "\n  query Card($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $month: Date, $year: Date) {\n    coverage(where: $where, asOf: $asOf) {\n      total {\n        share(of: $of, compareTo: $month) { ...ShareParts compare { asOf rate change } }\n        yearAgo: share(of: $of, compareTo: $year) { status definitionChanged compare { asOf rate change } }\n      }\n    }\n  }\n": typeof types.CardDocument,
    "\n  query RegionRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [REGION], asOf: $asOf) {\n      rows { regionCode regionName share(of: $of) { ...ShareParts } }\n    }\n  }\n": typeof types.RegionRowsDocument,
    "\n  query Series($of: IndicatorKey!, $where: UnitFilter, $periods: Periods!) {\n    coverage(where: $where, groupBy: [PERIOD], periods: $periods) {\n      rows { asOf period provisional share(of: $of) { status rate numerator denominator gap target definitionChanged definition { version } } }\n    }\n  }\n": typeof types.SeriesDocument,
    "\n  query Plan($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      gaps closed dataVersion\n      before { ...PlanShareParts }\n      after { ...PlanShareParts }\n      regions { region { code name } before { ...PlanShareParts } after { ...PlanShareParts } }\n      steps { step proposals units }\n      reasons { reason units }\n    }\n  }\n  fragment PlanShareParts on PlanShare { numerator denominator gap rate }\n": typeof types.PlanDocument,
    "\n  query PlanProposals($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $steps: [NextStep!], $first: Int, $offset: Int) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      proposals(steps: $steps, first: $first, offset: $offset) {\n        totalCount asOf dataVersion\n        nodes {\n          step unitCount basis hostRelation fullMembers message\n          units { creditCode name domain region { code name } }\n          host { code name }\n          instructor { code name }\n        }\n      }\n    }\n  }\n": typeof types.PlanProposalsDocument,
    "\n  query PlanOpen($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $reasons: [PlanReason!], $first: Int, $offset: Int) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      open(reasons: $reasons, first: $first, offset: $offset) {\n        totalCount\n        nodes { reason message unit { creditCode name domain region { name } } }\n      }\n    }\n  }\n": typeof types.PlanOpenDocument,
    "\n  query Declarers($where: OrganisationFilter, $asOf: Date) {\n    organisations(where: $where, asOf: $asOf, first: 50) { nodes { code name } }\n  }\n": typeof types.DeclarersDocument,
    "query Declarer($code: String!, $asOf: Date) { organisation(code: $code, asOf: $asOf) { code name } }": typeof types.DeclarerDocument,
    "\n  query AnnualReturn($where: UnitFilter, $asOf: Date, $declaredBy: String) {\n    annualReturn(where: $where, asOf: $asOf, declaredBy: $declaredBy) {\n      asOf year declaredCells\n      declaredBy { code name }\n      tables { key title columns { key title } rows { key title supplementary cells { column units organisations } } }\n      checks { title titleEnglish table column left right holds }\n      differences { table tableTitle row rowTitle column columnTitle declared counted difference }\n    }\n  }\n": typeof types.AnnualReturnDocument,
    "\n  query Organisations($where: OrganisationFilter, $first: Int, $offset: Int, $asOf: Date) {\n    organisations(where: $where, first: $first, offset: $offset, asOf: $asOf) {\n      totalCount\n      nodes {\n        code name kind nature region { name } establishedOn termEndsOn setUps host { code name }\n        setUpConditions { setUp code state message found limit }\n        participants { fullMembers home { code name } } participatingFullMembers\n        units(first: 1) { totalCount }\n      }\n    }\n  }\n": typeof types.OrganisationsDocument,
    "\n  query Organisation($code: String!, $asOf: Date) {\n    organisation(code: $code, asOf: $asOf) {\n      code name kind nature region { name } parent { code name } setUps establishedOn dissolvedOn termBeganOn termEndsOn\n      approvalDocument approvedOn host { code name } fullMembers probationaryMembers participatingFullMembers\n      setUpConditions { setUp code state message found limit }\n      findings { rule { key title titleEnglish } text textEnglish mend mendEnglish since days }\n      participants { home { code name } fullMembers probationaryMembers validFrom validTo }\n      units(first: 100) { totalCount nodes { creditCode name domain region { name } setUp } }\n      children(first: 100) { totalCount nodes { code name kind } }\n    }\n  }\n": typeof types.OrganisationDocument,
    "\n  query SetUpRows($where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [SET_UP], asOf: $asOf) { rows { setUp units } }\n  }\n": typeof types.SetUpRowsDocument,
    "\n  query Unit($code: CreditCode!, $asOf: Date) {\n    unit(creditCode: $code, asOf: $asOf) {\n      creditCode name domain alsoDomain control region { name path { name } } zone { name } industry industryName size\n      employees onDutyStaff fullMembers probationaryMembers members membersElsewhere memberFigures\n      foundedOn status statusEvidence operation establishment setUp workMeans\n      responsible { code name } superior { code name }\n      profile {\n        __typename\n        ... on EnterpriseProfile { aboveScale }\n        ... on SocialOrganisationProfile { kind supervisingBody }\n        ... on SchoolProfile { kind schoolType pupils teachers publicOrPrivate supervisor }\n        ... on StateOwnedEnterpriseProfile { level supervisor aboveScale }\n        ... on OrganProfile { organKind: kind rank }\n      }\n      covers {\n        id kind setUp basis validFrom validTo endReason inForce\n        organisation { code name } instructor { code name role } massOrganisation { name kind }\n        otherUnits(first: 5) { totalCount nodes { creditCode name } }\n        source { name recorder }\n      }\n      history { validFrom validTo name operation establishment setUp workMeans employees fullMembers results { indicator { key } result } }\n      why { indicator { key title titleEnglish } result version rule ruleEnglish evidence { title value valueEnglish since until } reasons { code message } nextSteps { step message } }\n      reports { validFrom validTo name region { name } control size industry employees fullMembers probationaryMembers status recordedIn source { name recorder } }\n      findings { rule { key title titleEnglish } text textEnglish mend mendEnglish since days }\n      predecessors { kind succeededOn unit { creditCode name } }\n      successors { kind succeededOn unit { creditCode name } }\n      candidates { code name direction stage pending dueOn duty overdueDays blockedBy }\n      visits { visitedOn content instructor { name } }\n    }\n  }\n": typeof types.UnitDocument,
    "\n  query Superiors($where: OrganisationFilter, $asOf: Date) {\n    organisations(where: $where, asOf: $asOf, first: 50) { nodes { code name } }\n  }\n": typeof types.SuperiorsDocument,
    "\n  query SuperiorPath($code: String!, $asOf: Date) {\n    organisation(code: $code, asOf: $asOf) { code name parent { code name parent { code name parent { code name parent { code name } } } } }\n  }\n": typeof types.SuperiorPathDocument,
};
const documents: Documents = {
    "\n  query Session {\n    viewer { name role rights demo region { code name level } }\n    dataSet { version changedAt today demo label secrecyLabel importRunning ruleSet unitCount }\n    indicators { key title titleEnglish formula formulaEnglish regulation memberBased version { version validFrom } }\n    regions { code name level }\n  }\n": types.SessionDocument,
    "\n  query RegionPath($code: RegionCode!, $asOf: Date) {\n    region(code: $code, asOf: $asOf) { code name path { code name } children { code name } }\n  }\n": types.RegionPathDocument,
    "mutation CreateKey($input: CreateKeyInput!) { createKey(input: $input) { name secret } }": types.CreateKeyDocument,
    "mutation RevokeKey($name: String!) { revokeKey(name: $name) { name } }": types.RevokeKeyDocument,
    "\n  query Candidates($where: CandidateFilter, $orderBy: [CandidateOrder!], $first: Int, $offset: Int, $asOf: Date) {\n    candidates(where: $where, orderBy: $orderBy, first: $first, offset: $offset, asOf: $asOf) {\n      totalCount\n      nodes { code name direction stage stageSince duty dueOn earliestNextOn overdueDays blockedBy unit { creditCode name } }\n    }\n  }\n": types.CandidatesDocument,
    "\n  query CultivationCounts($where: CandidateFilter, $groupBy: [CandidateDimension!]!, $asOf: Date) {\n    candidateCounts(where: $where, groupBy: $groupBy, asOf: $asOf) { rows { direction stage pending overdue count status withheld } }\n  }\n": types.CultivationCountsDocument,
    "\n  query CultivationTotals($pending: CandidateFilter, $overdue: CandidateFilter, $persons: Boolean!, $asOf: Date) {\n    pending: candidates(where: $pending, first: 1, asOf: $asOf) { totalCount }\n    overdue: candidates(where: $overdue, first: 1, asOf: $asOf) @include(if: $persons) { totalCount }\n  }\n": types.CultivationTotalsDocument,
    "query Imports { dataSet { imports { id state recorder startedAt finishedAt report } } }": types.ImportsDocument,
    "\n  query Drill($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $groupBy: [Dimension!]!) {\n    coverage(where: $where, asOf: $asOf, groupBy: $groupBy, orderBy: [{ measure: GAP, of: $of, direction: DESC }]) {\n      rows { regionCode regionName superiorCode superiorName share(of: $of) { status gap rate } }\n    }\n  }\n": types.DrillDocument,
    "\n  query Gaps($indicator: IndicatorKey!, $where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {\n    gaps(indicator: $indicator, where: $where, orderBy: $orderBy, offset: $offset, first: $first, asOf: $asOf) {\n      totalCount\n      nodes {\n        unit { creditCode name domain region { name } employees }\n        reasons { code message }\n        nextSteps { step message }\n        since days sinceRuleChange\n        lastCover { validTo endReason organisation { name } instructor { name } massOrganisation { name } }\n      }\n    }\n  }\n": types.GapsDocument,
    "query Industries { industries { code name } }": types.IndustriesDocument,
    "\n  query Units($where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {\n    units(where: $where, orderBy: $orderBy, offset: $offset, first: $first, asOf: $asOf) {\n      totalCount\n      nodes { creditCode name domain region { name } employees fullMembers memberFigures operation establishment setUp workMeans foundedOn }\n    }\n  }\n": types.UnitsDocument,
    "\n  query Zones($where: ZoneFilter, $first: Int, $asOf: Date) { zones(where: $where, first: $first, asOf: $asOf) { totalCount nodes { code name } } }\n": types.ZonesDocument,
    "mutation Assign($input: AssignReviewItemsInput!) { act: assignReviewItems(input: $input) { items { id } problems { path code message warning } } }": types.AssignDocument,
    "mutation Answer($input: AnswerReviewItemsInput!) { act: answerReviewItems(input: $input) { items { id } problems { path code message warning } } }": types.AnswerDocument,
    "mutation Check($input: CheckReviewItemsInput!) { act: checkReviewItems(input: $input) { items { id } problems { path code message warning } } }": types.CheckDocument,
    "\n  query RuleRegions($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $asOf: Date) {\n    quality(subject: $subject, where: $where, groupBy: [REGION], asOf: $asOf) {\n      rows { regionCode regionName share(of: $of) { status rate gap denominator } }\n    }\n  }\n": types.RuleRegionsDocument,
    "\n  query Findings($rule: IndicatorKey!, $where: SubjectFilter, $dueBetween: DateSpan, $first: Int, $offset: Int, $asOf: Date) {\n    findings(rule: $rule, where: $where, dueBetween: $dueBetween, first: $first, offset: $offset, asOf: $asOf, orderBy: [{ by: SINCE }]) {\n      totalCount\n      nodes { code name subject regionName since days sinceRuleChange text textEnglish mend mendEnglish evidence { title value valueEnglish since until } }\n    }\n  }\n": types.FindingsDocument,
    "\n  query RoundItems($code: String!, $where: ReviewFilter, $first: Int, $offset: Int) {\n    reviewRound(code: $code) {\n      items(where: $where, first: $first, offset: $offset) {\n        totalCount\n        nodes {\n          id code name subject rule { title titleEnglish } region { name } text mend state overdue dueOn stillFound assignedTo { code name } assignedToCode\n          events { act actor at note }\n        }\n      }\n    }\n  }\n": types.RoundItemsDocument,
    "\n  query Round($code: String!, $where: ReviewFilter) {\n    reviewRound(code: $code) {\n      code title asOf region { name } openedBy openedAt closedBy closedAt\n      whole: counts(where: $where) { items closed overdue closedRate }\n      byState: counts(where: $where, groupBy: [STATE]) { state items }\n      byRule: counts(where: $where, groupBy: [RULE]) { rule { key title titleEnglish } items closed overdue closedRate }\n    }\n  }\n": types.RoundDocument,
    "\n  mutation CloseRound($code: String!) { closeReviewRound(code: $code) { round { code } problems { path code message warning } } }\n": types.CloseRoundDocument,
    "\n  query ReviewRounds {\n    reviewRounds(first: 200) {\n      totalCount\n      nodes { code title asOf region { name } openedBy openedAt closedAt counts { items closed overdue closedRate } }\n    }\n  }\n": types.ReviewRoundsDocument,
    "\n  mutation OpenRound($input: OpenReviewRoundInput!) { openReviewRound(input: $input) { round { code } problems { path code message warning } } }\n": types.OpenRoundDocument,
    "query Rule($key: IndicatorKey!) { indicator(key: $key) { key title titleEnglish subject formula formulaEnglish regulation } }": types.RuleDocument,
    "\n  query FindingCounts($subject: Subject, $where: SubjectFilter, $asOf: Date, $compareTo: Date) {\n    findingCounts(subject: $subject, where: $where, asOf: $asOf, compareTo: $compareTo) {\n      rule { key title titleEnglish subject formula formulaEnglish regulation }\n      share { status rate numerator denominator gap unknown compare { change } }\n    }\n  }\n": types.FindingCountsDocument,
    "\n  query Trend($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $periods: Periods!) {\n    quality(subject: $subject, where: $where, groupBy: [PERIOD], periods: $periods) {\n      rows { asOf period provisional share(of: $of) { status rate numerator denominator gap target definitionChanged definition { version } } }\n    }\n  }\n": types.TrendDocument,
    "\n  query Movement($of: IndicatorKey!, $from: Date!, $to: Date!, $where: UnitFilter) {\n    movement(indicator: $of, from: $from, to: $to, where: $where, groupBy: [REGION]) {\n      rows { ...MovementParts group { regionCode regionName } }\n      total { ...MovementParts }\n    }\n  }\n  fragment MovementParts on MovementRow {\n    numeratorFrom denominatorFrom gained lost enteredMet enteredUnmet leftMet leftUnmet numeratorTo denominatorTo\n  }\n": types.MovementDocument,
    "\n  query DomainRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [DOMAIN], asOf: $asOf) {\n      rows { domain share(of: $of) { ...ShareParts } }\n    }\n  }\n": types.DomainRowsDocument,
    "\n  query Heat($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [REGION, DOMAIN], asOf: $asOf) {\n      rows { regionCode regionName domain share(of: $of) { status rate numerator denominator gap } }\n    }\n  }\n": types.HeatDocument,
    "\n  fragment ShareParts on Share {\n    status numerator denominator gap unknown notApplicable exempt rate provisional target shortfall\n    definition { version validFrom } definitionChanged\n  }\n": types.SharePartsFragmentDoc,
    "\n  query Card($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $month: Date, $year: Date) {\n    coverage(where: $where, asOf: $asOf) {\n      total {\n        share(of: $of, compareTo: $month) { ...ShareParts compare { asOf rate change } }\n        yearAgo: share(of: $of, compareTo: $year) { status definitionChanged compare { asOf rate change } }\n      }\n    }\n  }\n": types.CardDocument,
    "\n  query RegionRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [REGION], asOf: $asOf) {\n      rows { regionCode regionName share(of: $of) { ...ShareParts } }\n    }\n  }\n": types.RegionRowsDocument,
    "\n  query Series($of: IndicatorKey!, $where: UnitFilter, $periods: Periods!) {\n    coverage(where: $where, groupBy: [PERIOD], periods: $periods) {\n      rows { asOf period provisional share(of: $of) { status rate numerator denominator gap target definitionChanged definition { version } } }\n    }\n  }\n": types.SeriesDocument,
    "\n  query Plan($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      gaps closed dataVersion\n      before { ...PlanShareParts }\n      after { ...PlanShareParts }\n      regions { region { code name } before { ...PlanShareParts } after { ...PlanShareParts } }\n      steps { step proposals units }\n      reasons { reason units }\n    }\n  }\n  fragment PlanShareParts on PlanShare { numerator denominator gap rate }\n": types.PlanDocument,
    "\n  query PlanProposals($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $steps: [NextStep!], $first: Int, $offset: Int) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      proposals(steps: $steps, first: $first, offset: $offset) {\n        totalCount asOf dataVersion\n        nodes {\n          step unitCount basis hostRelation fullMembers message\n          units { creditCode name domain region { code name } }\n          host { code name }\n          instructor { code name }\n        }\n      }\n    }\n  }\n": types.PlanProposalsDocument,
    "\n  query PlanOpen($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $reasons: [PlanReason!], $first: Int, $offset: Int) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      open(reasons: $reasons, first: $first, offset: $offset) {\n        totalCount\n        nodes { reason message unit { creditCode name domain region { name } } }\n      }\n    }\n  }\n": types.PlanOpenDocument,
    "\n  query Declarers($where: OrganisationFilter, $asOf: Date) {\n    organisations(where: $where, asOf: $asOf, first: 50) { nodes { code name } }\n  }\n": types.DeclarersDocument,
    "query Declarer($code: String!, $asOf: Date) { organisation(code: $code, asOf: $asOf) { code name } }": types.DeclarerDocument,
    "\n  query AnnualReturn($where: UnitFilter, $asOf: Date, $declaredBy: String) {\n    annualReturn(where: $where, asOf: $asOf, declaredBy: $declaredBy) {\n      asOf year declaredCells\n      declaredBy { code name }\n      tables { key title columns { key title } rows { key title supplementary cells { column units organisations } } }\n      checks { title titleEnglish table column left right holds }\n      differences { table tableTitle row rowTitle column columnTitle declared counted difference }\n    }\n  }\n": types.AnnualReturnDocument,
    "\n  query Organisations($where: OrganisationFilter, $first: Int, $offset: Int, $asOf: Date) {\n    organisations(where: $where, first: $first, offset: $offset, asOf: $asOf) {\n      totalCount\n      nodes {\n        code name kind nature region { name } establishedOn termEndsOn setUps host { code name }\n        setUpConditions { setUp code state message found limit }\n        participants { fullMembers home { code name } } participatingFullMembers\n        units(first: 1) { totalCount }\n      }\n    }\n  }\n": types.OrganisationsDocument,
    "\n  query Organisation($code: String!, $asOf: Date) {\n    organisation(code: $code, asOf: $asOf) {\n      code name kind nature region { name } parent { code name } setUps establishedOn dissolvedOn termBeganOn termEndsOn\n      approvalDocument approvedOn host { code name } fullMembers probationaryMembers participatingFullMembers\n      setUpConditions { setUp code state message found limit }\n      findings { rule { key title titleEnglish } text textEnglish mend mendEnglish since days }\n      participants { home { code name } fullMembers probationaryMembers validFrom validTo }\n      units(first: 100) { totalCount nodes { creditCode name domain region { name } setUp } }\n      children(first: 100) { totalCount nodes { code name kind } }\n    }\n  }\n": types.OrganisationDocument,
    "\n  query SetUpRows($where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [SET_UP], asOf: $asOf) { rows { setUp units } }\n  }\n": types.SetUpRowsDocument,
    "\n  query Unit($code: CreditCode!, $asOf: Date) {\n    unit(creditCode: $code, asOf: $asOf) {\n      creditCode name domain alsoDomain control region { name path { name } } zone { name } industry industryName size\n      employees onDutyStaff fullMembers probationaryMembers members membersElsewhere memberFigures\n      foundedOn status statusEvidence operation establishment setUp workMeans\n      responsible { code name } superior { code name }\n      profile {\n        __typename\n        ... on EnterpriseProfile { aboveScale }\n        ... on SocialOrganisationProfile { kind supervisingBody }\n        ... on SchoolProfile { kind schoolType pupils teachers publicOrPrivate supervisor }\n        ... on StateOwnedEnterpriseProfile { level supervisor aboveScale }\n        ... on OrganProfile { organKind: kind rank }\n      }\n      covers {\n        id kind setUp basis validFrom validTo endReason inForce\n        organisation { code name } instructor { code name role } massOrganisation { name kind }\n        otherUnits(first: 5) { totalCount nodes { creditCode name } }\n        source { name recorder }\n      }\n      history { validFrom validTo name operation establishment setUp workMeans employees fullMembers results { indicator { key } result } }\n      why { indicator { key title titleEnglish } result version rule ruleEnglish evidence { title value valueEnglish since until } reasons { code message } nextSteps { step message } }\n      reports { validFrom validTo name region { name } control size industry employees fullMembers probationaryMembers status recordedIn source { name recorder } }\n      findings { rule { key title titleEnglish } text textEnglish mend mendEnglish since days }\n      predecessors { kind succeededOn unit { creditCode name } }\n      successors { kind succeededOn unit { creditCode name } }\n      candidates { code name direction stage pending dueOn duty overdueDays blockedBy }\n      visits { visitedOn content instructor { name } }\n    }\n  }\n": types.UnitDocument,
    "\n  query Superiors($where: OrganisationFilter, $asOf: Date) {\n    organisations(where: $where, asOf: $asOf, first: 50) { nodes { code name } }\n  }\n": types.SuperiorsDocument,
    "\n  query SuperiorPath($code: String!, $asOf: Date) {\n    organisation(code: $code, asOf: $asOf) { code name parent { code name parent { code name parent { code name parent { code name } } } } }\n  }\n": types.SuperiorPathDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Session {\n    viewer { name role rights demo region { code name level } }\n    dataSet { version changedAt today demo label secrecyLabel importRunning ruleSet unitCount }\n    indicators { key title titleEnglish formula formulaEnglish regulation memberBased version { version validFrom } }\n    regions { code name level }\n  }\n"): typeof import('./graphql').SessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegionPath($code: RegionCode!, $asOf: Date) {\n    region(code: $code, asOf: $asOf) { code name path { code name } children { code name } }\n  }\n"): typeof import('./graphql').RegionPathDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateKey($input: CreateKeyInput!) { createKey(input: $input) { name secret } }"): typeof import('./graphql').CreateKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RevokeKey($name: String!) { revokeKey(name: $name) { name } }"): typeof import('./graphql').RevokeKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Candidates($where: CandidateFilter, $orderBy: [CandidateOrder!], $first: Int, $offset: Int, $asOf: Date) {\n    candidates(where: $where, orderBy: $orderBy, first: $first, offset: $offset, asOf: $asOf) {\n      totalCount\n      nodes { code name direction stage stageSince duty dueOn earliestNextOn overdueDays blockedBy unit { creditCode name } }\n    }\n  }\n"): typeof import('./graphql').CandidatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CultivationCounts($where: CandidateFilter, $groupBy: [CandidateDimension!]!, $asOf: Date) {\n    candidateCounts(where: $where, groupBy: $groupBy, asOf: $asOf) { rows { direction stage pending overdue count status withheld } }\n  }\n"): typeof import('./graphql').CultivationCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CultivationTotals($pending: CandidateFilter, $overdue: CandidateFilter, $persons: Boolean!, $asOf: Date) {\n    pending: candidates(where: $pending, first: 1, asOf: $asOf) { totalCount }\n    overdue: candidates(where: $overdue, first: 1, asOf: $asOf) @include(if: $persons) { totalCount }\n  }\n"): typeof import('./graphql').CultivationTotalsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Imports { dataSet { imports { id state recorder startedAt finishedAt report } } }"): typeof import('./graphql').ImportsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Drill($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $groupBy: [Dimension!]!) {\n    coverage(where: $where, asOf: $asOf, groupBy: $groupBy, orderBy: [{ measure: GAP, of: $of, direction: DESC }]) {\n      rows { regionCode regionName superiorCode superiorName share(of: $of) { status gap rate } }\n    }\n  }\n"): typeof import('./graphql').DrillDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Gaps($indicator: IndicatorKey!, $where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {\n    gaps(indicator: $indicator, where: $where, orderBy: $orderBy, offset: $offset, first: $first, asOf: $asOf) {\n      totalCount\n      nodes {\n        unit { creditCode name domain region { name } employees }\n        reasons { code message }\n        nextSteps { step message }\n        since days sinceRuleChange\n        lastCover { validTo endReason organisation { name } instructor { name } massOrganisation { name } }\n      }\n    }\n  }\n"): typeof import('./graphql').GapsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Industries { industries { code name } }"): typeof import('./graphql').IndustriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Units($where: UnitFilter, $orderBy: [UnitOrder!], $offset: Int, $first: Int, $asOf: Date) {\n    units(where: $where, orderBy: $orderBy, offset: $offset, first: $first, asOf: $asOf) {\n      totalCount\n      nodes { creditCode name domain region { name } employees fullMembers memberFigures operation establishment setUp workMeans foundedOn }\n    }\n  }\n"): typeof import('./graphql').UnitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Zones($where: ZoneFilter, $first: Int, $asOf: Date) { zones(where: $where, first: $first, asOf: $asOf) { totalCount nodes { code name } } }\n"): typeof import('./graphql').ZonesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Assign($input: AssignReviewItemsInput!) { act: assignReviewItems(input: $input) { items { id } problems { path code message warning } } }"): typeof import('./graphql').AssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Answer($input: AnswerReviewItemsInput!) { act: answerReviewItems(input: $input) { items { id } problems { path code message warning } } }"): typeof import('./graphql').AnswerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Check($input: CheckReviewItemsInput!) { act: checkReviewItems(input: $input) { items { id } problems { path code message warning } } }"): typeof import('./graphql').CheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RuleRegions($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $asOf: Date) {\n    quality(subject: $subject, where: $where, groupBy: [REGION], asOf: $asOf) {\n      rows { regionCode regionName share(of: $of) { status rate gap denominator } }\n    }\n  }\n"): typeof import('./graphql').RuleRegionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Findings($rule: IndicatorKey!, $where: SubjectFilter, $dueBetween: DateSpan, $first: Int, $offset: Int, $asOf: Date) {\n    findings(rule: $rule, where: $where, dueBetween: $dueBetween, first: $first, offset: $offset, asOf: $asOf, orderBy: [{ by: SINCE }]) {\n      totalCount\n      nodes { code name subject regionName since days sinceRuleChange text textEnglish mend mendEnglish evidence { title value valueEnglish since until } }\n    }\n  }\n"): typeof import('./graphql').FindingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RoundItems($code: String!, $where: ReviewFilter, $first: Int, $offset: Int) {\n    reviewRound(code: $code) {\n      items(where: $where, first: $first, offset: $offset) {\n        totalCount\n        nodes {\n          id code name subject rule { title titleEnglish } region { name } text mend state overdue dueOn stillFound assignedTo { code name } assignedToCode\n          events { act actor at note }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RoundItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Round($code: String!, $where: ReviewFilter) {\n    reviewRound(code: $code) {\n      code title asOf region { name } openedBy openedAt closedBy closedAt\n      whole: counts(where: $where) { items closed overdue closedRate }\n      byState: counts(where: $where, groupBy: [STATE]) { state items }\n      byRule: counts(where: $where, groupBy: [RULE]) { rule { key title titleEnglish } items closed overdue closedRate }\n    }\n  }\n"): typeof import('./graphql').RoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseRound($code: String!) { closeReviewRound(code: $code) { round { code } problems { path code message warning } } }\n"): typeof import('./graphql').CloseRoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewRounds {\n    reviewRounds(first: 200) {\n      totalCount\n      nodes { code title asOf region { name } openedBy openedAt closedAt counts { items closed overdue closedRate } }\n    }\n  }\n"): typeof import('./graphql').ReviewRoundsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenRound($input: OpenReviewRoundInput!) { openReviewRound(input: $input) { round { code } problems { path code message warning } } }\n"): typeof import('./graphql').OpenRoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Rule($key: IndicatorKey!) { indicator(key: $key) { key title titleEnglish subject formula formulaEnglish regulation } }"): typeof import('./graphql').RuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindingCounts($subject: Subject, $where: SubjectFilter, $asOf: Date, $compareTo: Date) {\n    findingCounts(subject: $subject, where: $where, asOf: $asOf, compareTo: $compareTo) {\n      rule { key title titleEnglish subject formula formulaEnglish regulation }\n      share { status rate numerator denominator gap unknown compare { change } }\n    }\n  }\n"): typeof import('./graphql').FindingCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Trend($subject: Subject!, $of: IndicatorKey!, $where: SubjectFilter, $periods: Periods!) {\n    quality(subject: $subject, where: $where, groupBy: [PERIOD], periods: $periods) {\n      rows { asOf period provisional share(of: $of) { status rate numerator denominator gap target definitionChanged definition { version } } }\n    }\n  }\n"): typeof import('./graphql').TrendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Movement($of: IndicatorKey!, $from: Date!, $to: Date!, $where: UnitFilter) {\n    movement(indicator: $of, from: $from, to: $to, where: $where, groupBy: [REGION]) {\n      rows { ...MovementParts group { regionCode regionName } }\n      total { ...MovementParts }\n    }\n  }\n  fragment MovementParts on MovementRow {\n    numeratorFrom denominatorFrom gained lost enteredMet enteredUnmet leftMet leftUnmet numeratorTo denominatorTo\n  }\n"): typeof import('./graphql').MovementDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DomainRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [DOMAIN], asOf: $asOf) {\n      rows { domain share(of: $of) { ...ShareParts } }\n    }\n  }\n"): typeof import('./graphql').DomainRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Heat($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [REGION, DOMAIN], asOf: $asOf) {\n      rows { regionCode regionName domain share(of: $of) { status rate numerator denominator gap } }\n    }\n  }\n"): typeof import('./graphql').HeatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShareParts on Share {\n    status numerator denominator gap unknown notApplicable exempt rate provisional target shortfall\n    definition { version validFrom } definitionChanged\n  }\n"): typeof import('./graphql').SharePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Card($of: IndicatorKey!, $where: UnitFilter, $asOf: Date, $month: Date, $year: Date) {\n    coverage(where: $where, asOf: $asOf) {\n      total {\n        share(of: $of, compareTo: $month) { ...ShareParts compare { asOf rate change } }\n        yearAgo: share(of: $of, compareTo: $year) { status definitionChanged compare { asOf rate change } }\n      }\n    }\n  }\n"): typeof import('./graphql').CardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegionRows($of: IndicatorKey!, $where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [REGION], asOf: $asOf) {\n      rows { regionCode regionName share(of: $of) { ...ShareParts } }\n    }\n  }\n"): typeof import('./graphql').RegionRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Series($of: IndicatorKey!, $where: UnitFilter, $periods: Periods!) {\n    coverage(where: $where, groupBy: [PERIOD], periods: $periods) {\n      rows { asOf period provisional share(of: $of) { status rate numerator denominator gap target definitionChanged definition { version } } }\n    }\n  }\n"): typeof import('./graphql').SeriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Plan($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      gaps closed dataVersion\n      before { ...PlanShareParts }\n      after { ...PlanShareParts }\n      regions { region { code name } before { ...PlanShareParts } after { ...PlanShareParts } }\n      steps { step proposals units }\n      reasons { reason units }\n    }\n  }\n  fragment PlanShareParts on PlanShare { numerator denominator gap rate }\n"): typeof import('./graphql').PlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanProposals($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $steps: [NextStep!], $first: Int, $offset: Int) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      proposals(steps: $steps, first: $first, offset: $offset) {\n        totalCount asOf dataVersion\n        nodes {\n          step unitCount basis hostRelation fullMembers message\n          units { creditCode name domain region { code name } }\n          host { code name }\n          instructor { code name }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').PlanProposalsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanOpen($where: UnitFilter, $indicator: IndicatorKey!, $asOf: Date, $reasons: [PlanReason!], $first: Int, $offset: Int) {\n    gapPlan(where: $where, indicator: $indicator, asOf: $asOf) {\n      open(reasons: $reasons, first: $first, offset: $offset) {\n        totalCount\n        nodes { reason message unit { creditCode name domain region { name } } }\n      }\n    }\n  }\n"): typeof import('./graphql').PlanOpenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Declarers($where: OrganisationFilter, $asOf: Date) {\n    organisations(where: $where, asOf: $asOf, first: 50) { nodes { code name } }\n  }\n"): typeof import('./graphql').DeclarersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Declarer($code: String!, $asOf: Date) { organisation(code: $code, asOf: $asOf) { code name } }"): typeof import('./graphql').DeclarerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnnualReturn($where: UnitFilter, $asOf: Date, $declaredBy: String) {\n    annualReturn(where: $where, asOf: $asOf, declaredBy: $declaredBy) {\n      asOf year declaredCells\n      declaredBy { code name }\n      tables { key title columns { key title } rows { key title supplementary cells { column units organisations } } }\n      checks { title titleEnglish table column left right holds }\n      differences { table tableTitle row rowTitle column columnTitle declared counted difference }\n    }\n  }\n"): typeof import('./graphql').AnnualReturnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Organisations($where: OrganisationFilter, $first: Int, $offset: Int, $asOf: Date) {\n    organisations(where: $where, first: $first, offset: $offset, asOf: $asOf) {\n      totalCount\n      nodes {\n        code name kind nature region { name } establishedOn termEndsOn setUps host { code name }\n        setUpConditions { setUp code state message found limit }\n        participants { fullMembers home { code name } } participatingFullMembers\n        units(first: 1) { totalCount }\n      }\n    }\n  }\n"): typeof import('./graphql').OrganisationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Organisation($code: String!, $asOf: Date) {\n    organisation(code: $code, asOf: $asOf) {\n      code name kind nature region { name } parent { code name } setUps establishedOn dissolvedOn termBeganOn termEndsOn\n      approvalDocument approvedOn host { code name } fullMembers probationaryMembers participatingFullMembers\n      setUpConditions { setUp code state message found limit }\n      findings { rule { key title titleEnglish } text textEnglish mend mendEnglish since days }\n      participants { home { code name } fullMembers probationaryMembers validFrom validTo }\n      units(first: 100) { totalCount nodes { creditCode name domain region { name } setUp } }\n      children(first: 100) { totalCount nodes { code name kind } }\n    }\n  }\n"): typeof import('./graphql').OrganisationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetUpRows($where: UnitFilter, $asOf: Date) {\n    coverage(where: $where, groupBy: [SET_UP], asOf: $asOf) { rows { setUp units } }\n  }\n"): typeof import('./graphql').SetUpRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Unit($code: CreditCode!, $asOf: Date) {\n    unit(creditCode: $code, asOf: $asOf) {\n      creditCode name domain alsoDomain control region { name path { name } } zone { name } industry industryName size\n      employees onDutyStaff fullMembers probationaryMembers members membersElsewhere memberFigures\n      foundedOn status statusEvidence operation establishment setUp workMeans\n      responsible { code name } superior { code name }\n      profile {\n        __typename\n        ... on EnterpriseProfile { aboveScale }\n        ... on SocialOrganisationProfile { kind supervisingBody }\n        ... on SchoolProfile { kind schoolType pupils teachers publicOrPrivate supervisor }\n        ... on StateOwnedEnterpriseProfile { level supervisor aboveScale }\n        ... on OrganProfile { organKind: kind rank }\n      }\n      covers {\n        id kind setUp basis validFrom validTo endReason inForce\n        organisation { code name } instructor { code name role } massOrganisation { name kind }\n        otherUnits(first: 5) { totalCount nodes { creditCode name } }\n        source { name recorder }\n      }\n      history { validFrom validTo name operation establishment setUp workMeans employees fullMembers results { indicator { key } result } }\n      why { indicator { key title titleEnglish } result version rule ruleEnglish evidence { title value valueEnglish since until } reasons { code message } nextSteps { step message } }\n      reports { validFrom validTo name region { name } control size industry employees fullMembers probationaryMembers status recordedIn source { name recorder } }\n      findings { rule { key title titleEnglish } text textEnglish mend mendEnglish since days }\n      predecessors { kind succeededOn unit { creditCode name } }\n      successors { kind succeededOn unit { creditCode name } }\n      candidates { code name direction stage pending dueOn duty overdueDays blockedBy }\n      visits { visitedOn content instructor { name } }\n    }\n  }\n"): typeof import('./graphql').UnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Superiors($where: OrganisationFilter, $asOf: Date) {\n    organisations(where: $where, asOf: $asOf, first: 50) { nodes { code name } }\n  }\n"): typeof import('./graphql').SuperiorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SuperiorPath($code: String!, $asOf: Date) {\n    organisation(code: $code, asOf: $asOf) { code name parent { code name parent { code name parent { code name parent { code name } } } } }\n  }\n"): typeof import('./graphql').SuperiorPathDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
