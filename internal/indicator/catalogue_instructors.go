package indicator

import "fugai/model"

var unweighed = []model.Weight{model.WeightUnits}

// instructorCatalogue is the look-back on instructors, in the order in which results are packed. MET is an instructor of the population of
// whom nothing is found.
var instructorCatalogue = []*Indicator{
	{
		Key: "INSTRUCTOR_OVERLOADED", Title: "指导员联系单位过多", Subject: model.SubjectInstructor, LookBack: true, Weights: unweighed,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: productRule,
			formula: Text{
				"at most {instructor.maxUnits} live units / instructors in service with live units",
				"联系在运营单位不超过{instructor.maxUnits}个的指导员 / 在任且有联系单位的指导员",
			},
			reads:      []string{"instructor.maxUnits", "counted.graceMonths"},
			mend:       Text{"hand units over to an instructor with free capacity, or send another one", "将部分单位移交尚有余力的指导员，或者增派指导员"},
			instructor: &instructorRule{judge: serving(withUnits, notOverloaded), told: toldOverloaded, evidence: unitsEvidence},
		}},
	},
	{
		Key: "INSTRUCTOR_NOT_VISITING", Title: "指导员未按期走访", Subject: model.SubjectInstructor, LookBack: true, Weights: unweighed,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: productRule,
			formula: Text{
				"every live unit visited within {quality.visitMonths} months / instructors in service with live units",
				"{quality.visitMonths}个月内走访全部联系单位的指导员 / 在任且有联系单位的指导员",
			},
			reads:      []string{"quality.visitMonths", "counted.graceMonths"},
			mend:       Text{"visit the units and record the visits, or hand the units over", "走访并登记，或者移交联系单位"},
			instructor: &instructorRule{judge: serving(withUnits, visiting), told: toldNotVisiting, evidence: unvisitedEvidence},
		}},
	},
	{
		Key: "INSTRUCTOR_ENDED", Title: "指导员离任后覆盖关系未终止", Subject: model.SubjectInstructor, LookBack: true, Weights: unweighed,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: productRule,
			formula: Text{
				"in service / instructors in service, and those whose service ended with covers of operating units still open",
				"在任的指导员 / 在任的指导员，以及离任后仍有运营单位覆盖关系未终止的指导员",
			},
			reads:      []string{"counted.graceMonths"},
			mend:       Text{"end the covers as of the end of the service, and send another instructor", "自离任之日起终止覆盖关系，并改派指导员"},
			instructor: &instructorRule{judge: handedOver, told: toldNotHandedOver, evidence: unitsEvidence},
		}},
	},
	{
		Key: "INSTRUCTOR_NOT_ELIGIBLE", Title: "指导员不符合任职条件", Subject: model.SubjectInstructor, LookBack: true, Personal: true, Weights: unweighed,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: opinion2012,
			formula: Text{
				"recorded as eligible / instructors in service whose eligibility is recorded",
				"登记为符合任职条件的指导员 / 在任且已登记任职条件的指导员",
			},
			mend:       Text{"send an instructor who meets the conditions, or correct the record", "改派符合条件的指导员，或者更正登记"},
			instructor: &instructorRule{judge: serving(everyInstructor, eligible), told: toldInstructorNotEligible, evidence: eligibilityEvidence},
		}},
	},
}
