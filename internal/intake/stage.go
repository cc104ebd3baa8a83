package intake

// stage is a step of an import: the tables whose rows are applied together, after those that they refer to.
type stage int

// The stages in the order of dependencies. Units and their covers are one stage, so that they are applied in one commit.
const (
	stageRegions stage = iota
	stageOrganisations
	stageZones
	stageInstructors
	stageMassOrganisations
	stageUnits
	stageVisits
	stageParticipants
	stageOfficers
	stageActivities
	stageLeaderships
	stageCandidates
	stageDeclaredReturns
	stages
)

// tables are all kinds of import tables. Within a stage the table that others refer to stands first.
var tables = []*Table{
	regionTable, organisationTable, zoneTable, instructorTable, massOrganisationTable, unitTable, coverTable,
	visitTable, participantTable, officerTable, activityTable, leadershipTable, candidateTable, candidateStepTable, declaredReturnTable,
}

// ranked stages hold trees: their rows are applied in the order of their references, not by the hash of a key.
func (s stage) ranked() bool { return s == stageRegions || s == stageOrganisations }

// whole stages apply a part in one commit, whatever its size, because rows of two tables belong together.
func (s stage) whole() bool { return s == stageUnits || s == stageCandidates }

// sourcesOf are the sources of a stage, those of the table that others refer to first.
func (s stage) sourcesOf(all []*source) (mine []*source, size int64) {
	for _, t := range tables {
		for _, source := range all {
			if t.stage == s && source.header != nil && source.header.table == t {
				mine = append(mine, source)
				size += source.size
			}
		}
	}
	return mine, size
}
