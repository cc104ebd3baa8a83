package access

import (
	"slices"
	"strings"

	"fugai/model"
)

// Principal is who asks: one of the roles, and the part of the country (later also of the domains) that it sees.
type Principal struct {
	// Key is the key's id; 0 for the demo, the command line and nobody.
	Key model.KeyID
	// Name is the recorder of what p writes, and the caller that pages and exports tell.
	Name   string
	Role   model.Role
	Rights Right
	// Region and RegionCode are the root of the subtree that p sees; 0 and "" are the whole.
	Region     model.RegionID
	RegionCode model.RegionCode
	// Domains are the domains that p sees; empty is all. Keys do not narrow them yet.
	Domains []model.Domain
	// Demo tells that p needed no key, because the data are invented and the server is on loopback.
	Demo bool
}

// Nobody may do nothing.
func Nobody() *Principal { return &Principal{Name: "nobody"} }

// System is the command line, which needs no key because it holds the database's password.
func System(name string) *Principal { return &Principal{Name: name, Rights: everything} }

// DemoViewer sees and does everything in the demo's invented data.
func DemoViewer() *Principal {
	return &Principal{Name: "demo", Role: model.RoleDepartment, Rights: everything, Demo: true}
}

// Whole tells whether p sees every region.
func (p *Principal) Whole() bool { return p.RegionCode == "" && p.Region == 0 }

// CheckRegion is nil when every code lies in p's subtree, else an error at path that names the first outside. Codes are
// compared by their digits; a tree that hangs a node elsewhere than its digits say is the reader's to ask.
func (p *Principal) CheckRegion(path string, codes ...model.RegionCode) error {
	if p.Whole() {
		return nil
	}
	for _, code := range codes {
		if !Within(code, p.RegionCode) {
			return model.Denied(path, "%s is outside the scope of this key, which is %s; ask for a region inside it", code, p.RegionCode)
		}
	}
	return nil
}

// CheckDomain is nil when p sees every domain asked for, else an error at path that names the first it does not.
func (p *Principal) CheckDomain(path string, domains ...model.Domain) error {
	for _, d := range domains {
		if len(p.Domains) > 0 && !slices.Contains(p.Domains, d) {
			return model.Denied(path, "%s is outside the scope of this key; ask for a domain inside it", d)
		}
	}
	return nil
}

// Within tells whether a code lies in the subtree of root by its digits; every code lies in the root "".
func Within(code, root model.RegionCode) bool {
	return strings.HasPrefix(string(code), significant(root))
}

// significant is the digits of a code that its subtree shares.
func significant(code model.RegionCode) string {
	digits := map[model.RegionLevel]int{
		model.RegionLevelProvince: 2, model.RegionLevelCity: 4, model.RegionLevelCounty: 6, model.RegionLevelTownship: 9,
	}
	if n, ok := digits[code.Level()]; ok {
		return string(code[:n])
	}
	return string(code)
}

func (p *Principal) title() string {
	if p.Role == 0 {
		return p.Name
	}
	return "the role " + p.Role.String()
}
