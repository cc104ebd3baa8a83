package indicator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"fugai/model"
)

// valueReader reads one value; it reports its faults and answers whether the value can be used.
type valueReader[T any] func(r *reader, path string, n ast.Node) (T, bool)

// readDated reads a setting: its texts, its scope and its values by day.
func readDated[T any](r *reader, path string, n ast.Node, into *Dated[T], value valueReader[T]) {
	keys := r.require(path, n, "zh source scope versions")
	into.Path = path
	if n := keys["zh"]; n != nil {
		into.Title = text(r, path+".zh", n)
	}
	if n := keys["source"]; n != nil {
		into.Source = text(r, path+".source", n)
	}
	if n := keys["scope"]; n != nil {
		into.Scope, _ = oneOf(ScopeNational, ScopeLocal, ScopeProduct)(r, path+".scope", n)
	}
	if n := keys["versions"]; n != nil {
		into.Versions = readVersions(r, path+".versions", n, value)
	}
}

func readVersions[T any](r *reader, path string, n ast.Node, value valueReader[T]) []Version[T] {
	var all []Version[T]
	entries := r.list(path, n)
	if entries != nil && len(entries) == 0 {
		r.wrong(path, n, "is empty; write at least one version")
	}
	last := model.Date(0)
	for i, entry := range entries {
		at := fmt.Sprintf("%s[%d]", path, i)
		keys := r.require(at, entry, "from value")
		if keys["from"] == nil || keys["value"] == nil {
			continue
		}
		from, dateOK := day(r, at+".from", keys["from"])
		v, valueOK := value(r, at+".value", keys["value"])
		if dateOK && from <= last {
			r.wrong(at+".from", keys["from"], "%s is not after the version before it (%s); put the versions in order of days", from, last)
		}
		if last = max(last, from); dateOK && valueOK {
			all = append(all, Version[T]{from, v})
		}
	}
	return all
}

// scalar is the text of a plain value as it stands in the file.
func scalar(n ast.Node) (string, bool) {
	switch n.(type) {
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.LiteralNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func text(r *reader, path string, n ast.Node) string {
	s, ok := scalar(n)
	if s = strings.TrimSpace(s); !ok || s == "" {
		r.wrong(path, n, "must be a text")
		return ""
	}
	return s
}

func day(r *reader, path string, n ast.Node) (model.Date, bool) {
	s, _ := scalar(n)
	d, err := model.ParseDate(s)
	if err != nil {
		r.wrong(path, n, "%s", err)
	}
	return d, err == nil
}

func whole(least, most int) valueReader[int] {
	return func(r *reader, path string, n ast.Node) (int, bool) {
		s, _ := scalar(n)
		v, err := strconv.Atoi(s)
		if err != nil {
			r.wrong(path, n, "must be a whole number from %d to %d, not %q", least, most, s)
			return 0, false
		}
		if v < least || v > most {
			r.wrong(path, n, "%d is out of range; use a whole number from %d to %d", v, least, most)
			return 0, false
		}
		return v, true
	}
}

func onOff(r *reader, path string, n ast.Node) (bool, bool) {
	b, ok := n.(*ast.BoolNode)
	if !ok {
		r.wrong(path, n, "must be true or false")
		return false, false
	}
	return b.Value, true
}

func oneOf[T ~string](values ...T) valueReader[T] {
	return func(r *reader, path string, n ast.Node) (T, bool) {
		s, _ := scalar(n)
		if slices.Contains(values, T(s)) {
			return T(s), true
		}
		names := make([]string, len(values))
		for i, v := range values {
			names[i] = string(v)
		}
		r.wrong(path, n, "%q is not known; use one of %s", s, strings.Join(names, ", "))
		return "", false
	}
}

// several reads a list of enum values in the order of the enum, each at most once.
func several[T ~uint8](parse func(string) (T, error), not ...T) valueReader[[]T] {
	return func(r *reader, path string, n ast.Node) ([]T, bool) {
		values, good := []T{}, true
		if _, ok := n.(*ast.SequenceNode); !ok {
			good = false
		}
		for _, entry := range r.list(path, n) {
			s, _ := scalar(entry)
			v, err := parse(s)
			switch {
			case err != nil:
				r.wrong(path, entry, "%s", err)
			case slices.Contains(not, v):
				r.wrong(path, entry, "%s is no value of this setting; leave it out", s)
			case slices.Contains(values, v):
				r.wrong(path, entry, "%s stands twice; leave one out", s)
			default:
				values = append(values, v)
				continue
			}
			good = false
		}
		slices.Sort(values)
		return values, good
	}
}

func width(r *reader, path string, n ast.Node) (w Width, ok bool) {
	keys := r.require(path, n, "on units")
	if keys["on"] == nil || keys["units"] == nil {
		return w, false
	}
	on, okOn := onOff(r, path+".on", keys["on"])
	units, okUnits := whole(2, 1000)(r, path+".units", keys["units"])
	return Width{on, units}, okOn && okUnits
}

func steps(r *reader, path string, n ast.Node) ([]Step, bool) {
	var all []Step
	before := len(r.faults)
	for i, entry := range r.list(path, n) {
		at := fmt.Sprintf("%s[%d]", path, i)
		keys := r.require(at, entry, "step for on")
		if keys["step"] == nil || keys["for"] == nil || keys["on"] == nil {
			continue
		}
		name, _ := scalar(keys["step"])
		step, err := model.ParseNextStep(name)
		if err != nil {
			r.wrong(at+".step", keys["step"], "%s", err)
		}
		who, _ := oneOf(ForAll, ForSchool, ForPrivateSchool)(r, at+".for", keys["for"])
		on, _ := onOff(r, at+".on", keys["on"])
		all = append(all, Step{step, who, on})
	}
	return all, len(r.faults) == before
}

// admission reads the numbers of one version of the admission rules.
func admission(r *reader, path string, n ast.Node) (Admission, bool) {
	var a Admission
	numbers := []struct {
		key         string
		into        *int
		least, most int
	}{
		{"talkMonths", &a.TalkMonths, 0, 24}, {"activistMonths", &a.ActivistMonths, 1, 60}, {"reviewMonths", &a.ReviewMonths, 0, 24},
		{"noticeWorkingDays", &a.NoticeWorkingDays, 0, 30}, {"trainingDays", &a.TrainingDays, 1, 60},
		{"trainingHours", &a.TrainingHours, 1, 500}, {"meetingMonths", &a.MeetingMonths, 0, 24},
		{"approvalMonths", &a.ApprovalMonths, 1, 24}, {"approvalSpecialMonths", &a.ApprovalSpecialMonths, 1, 24},
		{"oathMonths", &a.OathMonths, 0, 24}, {"probationMonths", &a.ProbationMonths, 1, 60},
		{"extensionAtLeastMonths", &a.ExtensionAtLeastMonths, 1, 24}, {"extensionAtMostMonths", &a.ExtensionAtMostMonths, 1, 24},
		{"fullMembershipMonths", &a.FullMembershipMonths, 1, 24},
	}
	keys := []string{"name"}
	for _, number := range numbers {
		keys = append(keys, number.key)
	}
	before := len(r.faults)
	values := r.require(path, n, strings.Join(keys, " "))
	for _, number := range numbers {
		if v := values[number.key]; v != nil {
			*number.into, _ = whole(number.least, number.most)(r, path+"."+number.key, v)
		}
	}
	if v := values["name"]; v != nil {
		a.Name = text(r, path+".name", v)
	}
	if a.ExtensionAtLeastMonths > a.ExtensionAtMostMonths {
		r.wrong(path, n, "extensionAtLeastMonths is above extensionAtMostMonths; exchange them")
	}
	return a, len(r.faults) == before
}
