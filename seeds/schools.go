package seeds

import "fugai/model"

// SchoolType is a type of school by the ministry's coding rules.
type SchoolType struct {
	Code string // 3 digits
	Name string // 中文名称
	Kind model.UnitKind
}

// SchoolTypes are the types whose code is certain; KindOfSchoolType knows the groups of the others by their first digits.
func SchoolTypes() []SchoolType {
	return []SchoolType{
		{"111", "幼儿园", model.UnitKindKindergarten},
		{"211", "小学", model.UnitKindPrimarySchool},
		{"311", "初级中学", model.UnitKindJuniorSecondarySchool},
		{"312", "九年一贯制学校", model.UnitKindNineYearSchool},
		{"341", "完全中学", model.UnitKindSeniorSecondarySchool},
		{"342", "高级中学", model.UnitKindSeniorSecondarySchool},
		{"345", "十二年一贯制学校", model.UnitKindTwelveYearSchool},
		{"361", "调整后中等职业学校", model.UnitKindVocationalSchool},
	}
}

// schoolGroups are the first two digits of the code and what they say of the kind.
var schoolGroups = map[string]model.UnitKind{
	"11": model.UnitKindKindergarten, "21": model.UnitKindPrimarySchool, "31": model.UnitKindJuniorSecondarySchool,
	"34": model.UnitKindSeniorSecondarySchool, "36": model.UnitKindVocationalSchool, "41": model.UnitKindHigherEducation,
	"42": model.UnitKindHigherEducation, "51": model.UnitKindSpecialSchool,
}

// KindOfSchoolType is the kind of unit that a 3-digit school type means; OTHER_SCHOOL for a type that is not known.
func KindOfSchoolType(code string) model.UnitKind {
	for _, t := range SchoolTypes() {
		if t.Code == code {
			return t.Kind
		}
	}
	if len(code) == 3 {
		if kind, ok := schoolGroups[code[:2]]; ok {
			return kind
		}
	}
	return model.UnitKindOtherSchool
}
