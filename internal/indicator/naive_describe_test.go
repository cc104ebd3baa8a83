package indicator

import (
	"fmt"
	"strings"

	"fugai/model"
)

// describe writes all that a span holds of the day, so that two descriptions can be compared and read.
func (n naive) describe() string {
	f := n.fact()
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d/%d %v/%v %s %s", f.Name, f.RegionID, f.ZoneID, f.Employees, f.FullMembers, n.operation(), n.establishment())
	setUp, means := model.SetUpNone, model.WorkMeansNone
	for _, c := range n.h.Covers {
		switch {
		case !alive(c, n.day):
		case c.Kind == model.CoverKindOrganisation:
			setUp = min(setUp, c.SetUp)
		default:
			means = min(means, n.means(c, n.day))
		}
	}
	fmt.Fprintf(&b, " %s %s", setUp, means)
	gap := false
	for _, in := range catalogue {
		r := n.result(in.Key)
		fmt.Fprintf(&b, "\n %s=%s", in.Key, r)
		if r == "UNMET" && in.Coverage {
			gap = true
			_, uncounted, ended := n.coveredFor(in.Key)
			fmt.Fprintf(&b, " uncounted=%v ended=%v", uncounted, ended)
		}
	}
	reason := map[bool]string{false: "", true: n.reason()}[gap]
	return b.String() + "\n " + reason + " " + n.place()
}

// describeSpan writes the same of a span.
func describeSpan(s *model.Span) string {
	var b strings.Builder
	c := &s.Class
	fmt.Fprintf(&b, "%s %d/%d %v/%v %s %s", s.Name, s.RegionID, s.ZoneID, s.Employees, s.FullMembers, c.Operation, c.Establishment)
	fmt.Fprintf(&b, " %s %s", c.SetUp, c.WorkMeans)
	for i, in := range catalogue {
		r := c.Results.Of(i)
		fmt.Fprintf(&b, "\n %s=%s", in.Key, r)
		if r == model.ResultUnmet && in.Coverage {
			fmt.Fprintf(&b, " uncounted=%v ended=%v", c.NotCounted>>i&1 == 1, c.Ended>>i&1 == 1)
		}
	}
	place := ""
	if id, superior := s.Place.Organisation(); superior {
		place = fmt.Sprintf("above %d", id)
	} else if id != 0 {
		place = fmt.Sprintf("at %d", id)
	}
	return b.String() + "\n " + c.Reason.String() + " " + place
}
