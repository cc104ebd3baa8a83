package access

import (
	"strings"

	"fugai/model"
)

// Right is what a principal may do, as a set of acts.
type Right uint16

// The acts.
const (
	// Read is aggregates and lists, without persons and without member counts of single units.
	Read Right = 1 << iota
	// QueryFreely is queries of any cost class.
	QueryFreely
	// ReadPersons is names, phones, stages and steps of persons.
	ReadPersons
	// ReadMemberFigures is counts of members of single units, and everything that reveals them.
	ReadMemberFigures
	// Write is changes of facts, in scope.
	Write
	// Feed is the feed of changes for other systems.
	Feed
	// Import is imports of files and undoing them.
	Import
	// SetPolicy is changing thresholds and switches of the rules.
	SetPolicy
	// ManageKeys is creating, listing and revoking keys.
	ManageKeys

	everything = ManageKeys<<1 - 1
)

// rightsOf says what each role may do (DESIGN §4).
var rightsOf = map[model.Role]Right{
	model.RoleReader:        Read,
	model.RoleAnalyst:       Read | QueryFreely,
	model.RoleDepartment:    Read | QueryFreely | ReadPersons | ReadMemberFigures | Write,
	model.RoleIntegrator:    Read | Write | Feed,
	model.RoleAdministrator: Read | Import | SetPolicy | ManageKeys,
}

var acts = map[Right]string{
	Read:              "read figures and lists",
	QueryFreely:       "send queries of any cost",
	ReadPersons:       "read persons",
	ReadMemberFigures: "read member figures of single units",
	Write:             "write facts",
	Feed:              "follow the feed of changes",
	Import:            "import files",
	SetPolicy:         "set the policy",
	ManageKeys:        "manage keys",
}

// RightsOf is what a role may do; nothing for a role that does not exist.
func RightsOf(r model.Role) Right { return rightsOf[r] }

// Has tells whether all acts of want are in the set.
func (r Right) Has(want Right) bool { return r&want == want }

// CanRead tells whether p may read aggregates and lists.
func (p *Principal) CanRead() bool { return p.Rights.Has(Read) }

// CanQueryFreely tells whether p may send queries of any cost class.
func (p *Principal) CanQueryFreely() bool { return p.Rights.Has(QueryFreely) }

// CanReadPersons tells whether p may see names, phones and stages of persons; else they are MASKED.
func (p *Principal) CanReadPersons() bool { return p.Rights.Has(ReadPersons) }

// CanReadMemberFigures tells whether p may see the member counts of single units and what reveals them.
func (p *Principal) CanReadMemberFigures() bool { return p.Rights.Has(ReadMemberFigures) }

// CanWrite tells whether p may change facts in its scope.
func (p *Principal) CanWrite() bool { return p.Rights.Has(Write) }

// CanFollowFeed tells whether p may follow the feed of changes.
func (p *Principal) CanFollowFeed() bool { return p.Rights.Has(Feed) }

// CanImport tells whether p may import files.
func (p *Principal) CanImport() bool { return p.Rights.Has(Import) }

// CanSetPolicy tells whether p may change the policy.
func (p *Principal) CanSetPolicy() bool { return p.Rights.Has(SetPolicy) }

// CanManageKeys tells whether p may create, list and revoke keys.
func (p *Principal) CanManageKeys() bool { return p.Rights.Has(ManageKeys) }

// Need is nil when p may do the act, else an error at path that names the roles that may.
func (p *Principal) Need(act Right, path string) error {
	if p.Rights.Has(act) {
		return nil
	}
	return model.Denied(path, "%s may not %s; use a key with the role %s", p.title(), acts[act], rolesWith(act))
}

func rolesWith(act Right) string {
	var names []string
	for _, role := range model.AllRole() {
		if rightsOf[role].Has(act) {
			names = append(names, role.String())
		}
	}
	return strings.Join(names, " or ")
}
