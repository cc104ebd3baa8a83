package seeds

import (
	"strconv"
	"strings"
	"testing"

	"fugai/model"
)

// TestDeclaredReturnsDifferInSomeCells compares the declared cells of the last year with a count from the files: most agree, some do not.
func TestDeclaredReturnsDifferInSomeCells(t *testing.T) {
	d := twentyThousand(t)
	v := viewOn(d, "2025-12-31")
	organisations := d["organisations.csv"].keys(t, "code")
	counted := map[string]int{}
	for code, u := range v.units {
		if u["status"] == "ACTIVE" {
			domain := u["domain"]
			if domain == "SCHOOL" && u["also_domain"] != "" {
				domain = u["also_domain"]
			}
			counted[u["region_code"][:6]+domain+v.row(organisations, code, u)]++
		}
	}
	same, different := 0, 0
	for _, cell := range d["declared_returns.csv"] {
		county := organisations[cell["organisation_code"]]["region_code"][:6]
		if cell["year"] != "2025" {
			continue
		}
		if strconv.Itoa(counted[county+cell["row"]+cell["column"]]) == cell["value"] {
			same++
		} else {
			different++
		}
	}
	if same+different != 40*5*8 || different < 40 || different > 240 {
		t.Errorf("%d cells agree, %d do not", same, different)
	}
}

// row is the row of the partition, by the covers in force and the kinds of their organisations.
func (v *view) row(organisations map[string]map[string]string, code string, u map[string]string) string {
	setUp, kind := model.SetUpNone, ""
	for _, c := range v.covers[code] {
		if s, _ := model.ParseSetUp(c["set_up"]); s != 0 && v.inForce(c) && s < setUp {
			setUp, kind = s, organisations[c["organisation_code"]]["kind"]
		}
	}
	full, _ := strconv.Atoi(u["full_members"])
	probationary, _ := strconv.Atoi(u["probationary_members"])
	switch {
	case setUp == model.SetUpStandalone:
		return "OWN_" + kind
	case setUp == model.SetUpJoint:
		return "JOINT"
	case full >= 3:
		return "NOT_ESTABLISHED_DUE"
	case u["full_members"] == "":
		return "NOT_ESTABLISHED_NOT_REPORTED"
	case full+probationary > 0:
		return "NOT_ESTABLISHED_FEW"
	case u["probationary_members"] == "":
		return "NOT_ESTABLISHED_NOT_REPORTED"
	}
	return "NOT_ESTABLISHED_NONE"
}

func TestNoPersonIsReal(t *testing.T) {
	d := twentyThousand(t)
	for _, file := range []string{"instructors.csv", "candidates.csv"} {
		for _, p := range d[file] {
			if !strings.HasPrefix(p["name"], "演示人员") || p["phone"] != "" && !strings.HasPrefix(p["phone"], "000-") {
				t.Errorf("%s: %s %s does not look invented", file, p["name"], p["phone"])
			}
		}
	}
}

// TestOtherDaysAndSeedsGiveSoundProvinces generates provinces as of the ends of months, years and a leap day.
func TestOtherDaysAndSeedsGiveSoundProvinces(t *testing.T) {
	for i, day := range []string{"2024-02-29", "2025-12-31", "2026-11-24", "2031-01-01"} {
		on := model.MustDate(day)
		d := readDemo(t, generate(t, Options{Units: 1500, AsOf: on, Seed: uint64(100 + i)}))
		checkReferences(t, d)
		checkDates(t, d, on)
	}
}
