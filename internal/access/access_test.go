package access_test

import (
	"context"
	"strings"
	"testing"

	"fugai/internal/access"
	"fugai/model"
)

func holder(r model.Role) *access.Principal {
	return &access.Principal{Role: r, Rights: access.RightsOf(r)}
}

func TestRightsOfTheRoles(t *testing.T) {
	acts := []struct {
		name string
		can  func(*access.Principal) bool
		who  string
	}{
		{"read", (*access.Principal).CanRead, "READER ANALYST DEPARTMENT INTEGRATOR ADMINISTRATOR"},
		{"query freely", (*access.Principal).CanQueryFreely, "ANALYST DEPARTMENT"},
		{"read persons", (*access.Principal).CanReadPersons, "DEPARTMENT"},
		{"read member figures", (*access.Principal).CanReadMemberFigures, "DEPARTMENT"},
		{"write", (*access.Principal).CanWrite, "DEPARTMENT INTEGRATOR"},
		{"follow the feed", (*access.Principal).CanFollowFeed, "INTEGRATOR"},
		{"import", (*access.Principal).CanImport, "ADMINISTRATOR"},
		{"set the policy", (*access.Principal).CanSetPolicy, "ADMINISTRATOR"},
		{"manage keys", (*access.Principal).CanManageKeys, "ADMINISTRATOR"},
	}
	for _, act := range acts {
		var who []string
		for _, role := range model.AllRole() {
			if act.can(holder(role)) {
				who = append(who, role.String())
			}
		}
		if got := strings.Join(who, " "); got != act.who {
			t.Errorf("%s may %s; want %s", got, act.name, act.who)
		}
		if act.can(access.Nobody()) || !act.can(access.DemoViewer()) || !act.can(access.System("cli")) {
			t.Errorf("%s: nobody may nothing, the demo and the command line may everything", act.name)
		}
	}
}

func TestADeniedActNamesTheRolesThatMay(t *testing.T) {
	err := holder(model.RoleReader).Need(access.Write, "upsertUnits")
	want := "upsertUnits: the role READER may not write facts; use a key with the role DEPARTMENT or INTEGRATOR"
	if err == nil || err.Error() != want || model.CodeOf(err) != model.CodeDenied {
		t.Errorf("got %v, want %s", err, want)
	}
	if err := holder(model.RoleDepartment).Need(access.Write, "upsertUnits"); err != nil {
		t.Error(err)
	}
}

func TestAContextWithoutPrincipalIsNobody(t *testing.T) {
	if p := access.From(context.Background()); p.CanRead() {
		t.Errorf("%+v may read", p)
	}
	reader := holder(model.RoleReader)
	if access.From(access.WithPrincipal(context.Background(), reader)) != reader {
		t.Error("the context lost its principal")
	}
	if id := access.RequestID(access.WithRequestID(context.Background(), "r1")); id != "r1" {
		t.Errorf("the context lost its request id: %q", id)
	}
}

func TestRegionScope(t *testing.T) {
	cases := []struct {
		scope   model.RegionCode
		codes   []model.RegionCode
		outside string
	}{
		{"", []model.RegionCode{"110000000000"}, ""},
		{"350000000000", []model.RegionCode{"350000000000", "350582103201"}, ""},
		{"350500000000", []model.RegionCode{"350500000000", "350582000000"}, ""},
		{"350500000000", []model.RegionCode{"350582000000", "350600000000"}, "350600000000"},
		{"350500000000", []model.RegionCode{"350000000000"}, "350000000000"},
		{"350582000000", []model.RegionCode{"350582103000"}, ""},
		{"350582103000", []model.RegionCode{"350582103201"}, ""},
		{"350582103000", []model.RegionCode{"350582104201"}, "350582104201"},
		{"350582103201", []model.RegionCode{"350582103201"}, ""},
		{"350582103201", []model.RegionCode{"350582103202"}, "350582103202"},
	}
	for _, c := range cases {
		p := &access.Principal{RegionCode: c.scope}
		err := p.CheckRegion("where.regions", c.codes...)
		if c.outside == "" && err != nil {
			t.Errorf("scope %s refuses %v: %v", c.scope, c.codes, err)
		}
		want := "where.regions: " + c.outside + " is outside the scope of this key, which is " + string(c.scope)
		if c.outside != "" && (err == nil || !strings.HasPrefix(err.Error(), want) || model.CodeOf(err) != model.CodeDenied) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestDomainScope(t *testing.T) {
	p := &access.Principal{Domains: []model.Domain{model.DomainSchool}}
	if err := p.CheckDomain("where.domains", model.DomainSchool); err != nil {
		t.Error(err)
	}
	if err := p.CheckDomain("where.domains", model.DomainOrgan); err == nil || !strings.Contains(err.Error(), "ORGAN is outside") {
		t.Errorf("got %v", err)
	}
}

func TestMasks(t *testing.T) {
	reader, department := holder(model.RoleReader), holder(model.RoleDepartment)
	if reader.Text("张三") != "MASKED" || reader.Text("") != "MASKED" || department.Text("张三") != "张三" {
		t.Error("texts about persons")
	}
	if access.Personal(reader, model.StageApplicant, model.StageMasked) != model.StageMasked ||
		access.Personal(department, model.StageApplicant, model.StageMasked) != model.StageApplicant {
		t.Error("enums about persons")
	}
	if access.Members(reader, model.Counted(2)) != nil || access.Members(department, model.Counted(2)).Int() != 2 {
		t.Error("member counts")
	}
	for e, want := range map[model.Establishment]model.Establishment{
		model.EstablishmentOwnBranch:                 model.EstablishmentOwnBranch,
		model.EstablishmentNotEstablishedDue:         model.EstablishmentNotEstablished,
		model.EstablishmentNotEstablishedFew:         model.EstablishmentNotEstablished,
		model.EstablishmentNotEstablishedNone:        model.EstablishmentNotEstablished,
		model.EstablishmentNotEstablishedNotReported: model.EstablishmentNotEstablished,
		model.EstablishmentNone:                      model.EstablishmentNone,
	} {
		if reader.Establishment(e) != want || department.Establishment(e) != e {
			t.Errorf("establishment %s is shown as %s, want %s", e, reader.Establishment(e), want)
		}
	}
	for r, want := range map[model.GapReasonCode]model.GapReasonCode{
		model.GapReasonCodeNoMembers:             model.GapReasonCodeNotEstablished,
		model.GapReasonCodeMembersBelowThreshold: model.GapReasonCodeNotEstablished,
		model.GapReasonCodeMembersNotReported:    model.GapReasonCodeNotEstablished,
		model.GapReasonCodeDueNotEstablished:     model.GapReasonCodeNotEstablished,
		model.GapReasonCodeCoverEnded:            model.GapReasonCodeCoverEnded,
	} {
		if reader.Reason(r) != want || department.Reason(r) != r {
			t.Errorf("reason %s is shown as %s, want %s", r, reader.Reason(r), want)
		}
	}
	if reader.Step(model.NextStepJoin) != model.NextStepEstablish || reader.Step(0) != 0 || department.Step(model.NextStepJoin) != model.NextStepJoin {
		t.Error("next steps")
	}
}
