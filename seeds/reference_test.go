package seeds

import (
	"encoding/csv"
	"testing"

	"fugai/model"
)

func TestDivisions(t *testing.T) {
	lines, err := csv.NewReader(Divisions()).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{"": ""}
	levels := map[string]int{}
	for _, line := range lines[1:] {
		code, name, level, parent := line[0], line[1], line[2], line[3]
		if _, ok := known[parent]; !ok {
			t.Errorf("%s %s stands before its parent %s", code, name, parent)
		}
		if parsed, err := model.ParseRegionCode(code); err != nil || len(code) != 12 || parsed.Level().String() != level {
			t.Errorf("%s %s: %v, level %s", code, name, err, level)
		}
		if _, twice := known[code]; twice {
			t.Errorf("%s stands twice", code)
		}
		known[code] = name
		levels[level]++
	}
	for level, want := range map[string]int{"PROVINCE": 31, "CITY": 342, "COUNTY": 2975, "TOWNSHIP": 41351} {
		if levels[level] != want {
			t.Errorf("%d of level %s, want %d", levels[level], level, want)
		}
	}
	for code, name := range map[string]string{"110000000000": "北京市", "350500000000": "泉州市", "350582000000": "晋江市",
		"441900000000": "东莞市", "419000000000": "省直辖县级行政区划", "110101001000": "东华门街道"} {
		if known[code] != name {
			t.Errorf("%s is %q, want %q", code, known[code], name)
		}
	}
}

// TestTownshipsOfACityWithoutCounties hang on the city, because the area that stands for it has the city's own code.
func TestTownshipsOfACityWithoutCounties(t *testing.T) {
	lines, err := csv.NewReader(Divisions()).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, line := range lines[1:] {
		if line[3] == "441900000000" {
			found++
			if line[2] != "TOWNSHIP" {
				t.Errorf("%v under the city is no township", line)
			}
		}
	}
	if found < 30 {
		t.Errorf("%d townships under the city, want more than 30", found)
	}
}

func TestIndustries(t *testing.T) {
	sections, divisions := map[byte]bool{}, 0
	for _, i := range Industries() {
		if len(i.Code) == 1 {
			sections[i.Section()] = true
			continue
		}
		divisions++
		if !sections[i.Section()] || i.Name == "" {
			t.Errorf("%v stands outside its section", i)
		}
	}
	if len(sections) != 20 || divisions != 97 {
		t.Errorf("%d sections and %d divisions, want 20 and 97", len(sections), divisions)
	}
	if first, last := Industries()[0], Industries()[116]; first.Name != "农、林、牧、渔业" || last.Code != "T97" {
		t.Errorf("first %v, last %v", first, last)
	}
}

func TestKindOfSchoolType(t *testing.T) {
	for code, want := range map[string]model.UnitKind{
		"111": model.UnitKindKindergarten, "211": model.UnitKindPrimarySchool, "312": model.UnitKindNineYearSchool,
		"345": model.UnitKindTwelveYearSchool, "342": model.UnitKindSeniorSecondarySchool, "365": model.UnitKindVocationalSchool,
		"512": model.UnitKindSpecialSchool, "415": model.UnitKindHigherEducation, "999": model.UnitKindOtherSchool, "": model.UnitKindOtherSchool,
	} {
		if got := KindOfSchoolType(code); got != want {
			t.Errorf("%s is %s, want %s", code, got, want)
		}
	}
}
