package indicator

import "fugai/model"

// The evidence of the look-back on units besides facts and covers.

// visitEvidence is the last visit of each person who covers the unit.
func visitEvidence(d *unitDay) []Evidence {
	var list []Evidence
	for i := range d.h.Covers {
		c := &d.h.Covers[i]
		if !c.InForce(d.on) || d.sortOf(c, d.on)&byPeople == 0 {
			continue
		}
		visit, day := clockOf(c).last(d.on)
		list = append(list, Evidence{
			Name: "lastVisit", Title: "最近走访", Value: visit.English, Chinese: visit.Chinese, Since: max(c.ValidFrom, day), Until: model.Never, CoverID: c.ID,
		})
	}
	return list
}

// predecessorEvidence is the unit from which this one goes on and that still operates.
func predecessorEvidence(d *unitDay) []Evidence {
	p := d.livingPredecessor()
	if p == nil {
		return nil
	}
	return []Evidence{{Name: "predecessor", Title: "被承继单位", Value: "operating", Chinese: "仍在运营", Since: p.SucceededOn, Until: model.Never}}
}

func onePersonEvidence(d *unitDay) []Evidence {
	return []Evidence{
		d.fromLeadership("onePerson", "书记、董事长由一人担任", func(l *model.Leadership) Text { return named(l.OnePerson) }),
		d.fromLeadership("exceptionDocument", "例外依据", func(l *model.Leadership) Text {
			if l.ExceptionDocument == "" {
				return Text{"none recorded", "未登记"}
			}
			return Text{l.ExceptionDocument, l.ExceptionDocument}
		}),
	}
}

func crossEvidence(d *unitDay) []Evidence {
	return []Evidence{d.fromLeadership("crossAppointed", "双向进入、交叉任职", func(l *model.Leadership) Text { return named(l.CrossAppointed) })}
}

// fromLeadership is a fact on the posts with its days. Before the first report it is not reported.
func (d *unitDay) fromLeadership(name, title string, value func(*model.Leadership) Text) Evidence {
	list := d.h.Leadership
	if d.leadership() == nil {
		e := Evidence{Name: name, Title: title, Value: notReported.English, Chinese: notReported.Chinese, Since: d.founded, Until: model.Never}
		if len(list) > 0 {
			e.Until = list[0].ValidFrom
		}
		return e
	}
	return factRun(name, title, len(list), func(i int) model.Date { return list[i].ValidFrom }, func(i int) Text { return value(&list[i]) },
		list[0].ValidFrom, d.on)
}
