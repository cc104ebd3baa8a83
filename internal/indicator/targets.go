package indicator

import (
	"fmt"
	"math/big"
	"regexp"

	"github.com/goccy/go-yaml/ast"

	"fugai/model"
)

// Target is a wished value of an indicator for a region, a domain, both or neither, in a period.
type Target struct {
	Indicator model.IndicatorKey
	Region    model.RegionCode // "" for all
	Domain    model.Domain     // 0 for all
	model.Valid
	// Text is the decimal as it stands in the file; Value is the same, exact.
	Text   string
	Value  *big.Rat
	Source string
}

// Target is the target that holds for an indicator on a day: that of the nearest region upward, then that of the domain, then
// that of the policy. The regions run from the asked one up to the province. Domain 0 asks for all domains together.
func (p *Policy) Target(key model.IndicatorKey, upward []model.RegionCode, domain model.Domain, on model.Date) (*Target, bool) {
	for _, region := range append(append([]model.RegionCode{}, upward...), "") {
		for _, d := range [...]model.Domain{domain, 0} {
			if t := p.target(key, region, d, on); t != nil {
				return t, true
			}
		}
	}
	return nil, false
}

func (p *Policy) target(key model.IndicatorKey, region model.RegionCode, domain model.Domain, on model.Date) *Target {
	for i := range p.Targets {
		t := &p.Targets[i]
		if t.Indicator == key && t.Region == region && t.Domain == domain && t.On(on) {
			return t
		}
	}
	return nil
}

// Shortfall is how many units are missing to the target: max(0, ⌈target × denominator⌉ − numerator), exactly.
func (t *Target) Shortfall(numerator, denominator int64) int64 {
	wanted := new(big.Rat).Mul(t.Value, new(big.Rat).SetInt64(denominator))
	ceiling := new(big.Int).Add(wanted.Num(), new(big.Int).Sub(wanted.Denom(), big.NewInt(1)))
	ceiling.Quo(ceiling, wanted.Denom())
	return max(0, ceiling.Int64()-numerator)
}

func (r *reader) targets(n ast.Node) []Target {
	var all []Target
	for i, entry := range r.list("targets", n) {
		path := fmt.Sprintf("targets[%d]", i)
		t := r.oneTarget(path, entry)
		r.twice(path, entry, all, t)
		all = append(all, t)
	}
	return all
}

// twice reports a target that another one contradicts or repeats. Faulty entries hold no day and overlap nothing.
func (r *reader) twice(path string, n ast.Node, all []Target, t Target) {
	for i, o := range all {
		if o.Indicator == t.Indicator && o.Region == t.Region && o.Domain == t.Domain && o.Overlaps(t.Valid) {
			r.wrong(path, n, "overlaps targets[%d] of the same indicator, region and domain; end one before the other begins", i)
		}
	}
}

var exactDecimal = regexp.MustCompile(`^(0(\.\d{1,12})?|1(\.0{1,12})?)$`)

// oneTarget is an empty target where the entry is faulty.
func (r *reader) oneTarget(path string, n ast.Node) (t Target) {
	before := len(r.faults)
	keys := r.require(path, n, "indicator from value source | region domain to")
	if keys == nil || len(r.faults) > before {
		return Target{}
	}
	t.Source = text(r, path+".source", keys["source"])
	name, _ := scalar(keys["indicator"])
	t.Indicator = model.IndicatorKey(name)
	if _, ok := byKey[t.Indicator]; !ok {
		r.wrong(path+".indicator", keys["indicator"], "%s", UnknownIndicator(t.Indicator).Message)
	}
	t.Text, _ = scalar(keys["value"])
	if !exactDecimal.MatchString(t.Text) {
		r.wrong(path+".value", keys["value"], "must be a decimal from 0 to 1, for example 0.95, not %q", t.Text)
	} else {
		t.Value, _ = new(big.Rat).SetString(t.Text)
	}
	r.targetScope(path, keys, &t)
	r.targetPeriod(path, keys, &t)
	if len(r.faults) > before {
		return Target{}
	}
	return t
}

func (r *reader) targetScope(path string, keys map[string]ast.Node, t *Target) {
	var err error
	if n := keys["region"]; n != nil {
		s, _ := scalar(n)
		if t.Region, err = model.ParseRegionCode(s); err != nil {
			r.wrong(path+".region", n, "%s", err)
		}
	}
	if n := keys["domain"]; n != nil {
		s, _ := scalar(n)
		if t.Domain, err = model.ParseDomain(s); err != nil {
			r.wrong(path+".domain", n, "%s", err)
		}
	}
}

func (r *reader) targetPeriod(path string, keys map[string]ast.Node, t *Target) {
	t.ValidFrom, _ = day(r, path+".from", keys["from"])
	t.ValidTo = model.Never
	if n := keys["to"]; n != nil {
		last, ok := day(r, path+".to", n)
		if ok && last < t.ValidFrom {
			r.wrong(path+".to", n, "%s is before the first day %s; exchange them", last, t.ValidFrom)
		}
		t.ValidTo = last + 1
	}
}
