package registry_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"fugai/internal/store/storetest"
	"fugai/model"
)

// walk changes a small world at random, in every way in which facts come in, and compares all stored spans with rebuilt ones after each
// step: what is not recomputed though it should be shows as a difference.
type walk struct {
	env
	*rand.Rand
	// taken counts the accepted inputs by kind; imports are those that could still be undone.
	taken   map[string]int
	imports []model.ImportID
}

var (
	walkBodies = []string{"P0", "P1", "P2", "P3", "P4", "P5"}
	walkPeople = []string{"I1", "I2"}
)

const walkUnits = 6

// chance is true once in n.
func (w *walk) chance(n int) bool { return w.IntN(n) == 0 }

func pick[T any](w *walk, list ...T) T { return list[w.IntN(len(list))] }

// on is a day of the first of a month; most days of the walk meet again.
func (w *walk) on() model.Date { return day("2014-01-01").AddMonths(3 * w.IntN(56)) }

// end is a later day, or none.
func (w *walk) end(from model.Date) model.Date {
	if w.chance(2) {
		return 0
	}
	return from.AddMonths(3 + 3*w.IntN(20))
}

func (w *walk) count() model.Count {
	if w.chance(4) {
		return 0
	}
	return model.Counted(pick(w, 0, 1, 2, 3, 5, 20, 49, 51, 101))
}

func (w *walk) body() string { return pick(w, walkBodies...) }

func (w *walk) unitOf() model.CreditCode { return unitCode(1 + w.IntN(walkUnits)) }

// organisations changes one or two attributes, so that what others have made stays.
func (w *walk) organisations() (kind string, b model.Batch) {
	in := organisation(pick(w, "P0", "P1", "P2", "P3", "P4"), w.body()) // P5 stays sound, so that what its homes do shows
	in.Given = 1 << w.IntN(model.OrganisationEducationCommittee+1)
	// These matter to others too.
	in.Given |= 1 << pick(w, model.OrganisationParent, model.OrganisationDissolvedOn, model.OrganisationEducationCommittee, model.OrganisationFullMembers)
	if w.chance(4) {
		in.ParentCode = ""
	}
	in.HostCode = pick(w, "", w.body())
	in.Kind, in.Nature, in.SetUp = pick(w, model.AllOrganisationKind()...), pick(w, model.AllOrganisationNature()...), pick(w, 0, model.SetUpStandalone, model.SetUpJoint, model.SetUpCombined)
	in.EstablishedOn = day("2014-01-01")
	if w.chance(2) {
		in.DissolvedOn = day("2022-01-01").AddMonths(w.IntN(60))
	}
	in.TermBeganOn = w.on()
	in.TermEndsOn = in.TermBeganOn.AddMonths(12 * (2 + w.IntN(4)))
	in.FullMembers, in.ProbationaryMembers = w.count(), w.count()
	in.EducationCommittee, in.Territorial = w.chance(3), w.chance(3)
	in.ApprovalDocument, in.ApprovedOn = pick(w, "", "批复"), day("2014-01-01")
	in.ValidFrom = w.on()
	b.Organisations = []model.OrganisationInput{in}
	return "Organisations", b
}

func (w *walk) units() (kind string, b model.Batch) {
	in := unit(1 + w.IntN(walkUnits))
	in.Given = 0
	for range 2 {
		in.Given |= 1 << w.IntN(model.UnitSupervisorCode+1)
	}
	in.Given &^= 1 << model.UnitFoundedOn
	in.Domain, in.AlsoDomain, in.Control = pick(w, model.AllDomain()...), pick(w, 0, 0, model.DomainSocialOrganisation), pick(w, model.AllControl()...)
	in.Status, in.StatusEvidence = pick(w, model.UnitStatusActive, model.UnitStatusActive, model.UnitStatusRevoked), "登记"
	in.PublicOrPrivate = pick(w, 0, model.PublicOrPrivatePrivate, model.PublicOrPrivatePublic)
	in.Employees, in.FullMembers, in.ProbationaryMembers = w.count(), w.count(), w.count()
	in.RegionCode = pick[model.RegionCode](w, "990101001000", "990101000000")
	in.ValidFrom = max(w.on(), in.FoundedOn)
	if w.chance(5) {
		in.SucceedsCode, in.SuccessionKind = w.unitOf(), model.SuccessionKindMergedInto
	}
	b.Units = []model.UnitInput{in}
	return "Units", b
}

func (w *walk) covers() (kind string, b model.Batch) {
	in := model.CoverInput{UnitCode: unitCode(1 + w.IntN(4)), Kind: model.CoverKindOrganisation, OrganisationCode: w.body(), ValidFrom: w.on(), Void: w.chance(5)}
	in.SetUp = pick(w, 0, model.SetUpStandalone, model.SetUpJoint, model.SetUpAffiliated, model.SetUpCombined)
	if in.SetUp == model.SetUpJoint {
		in.Basis = pick(w, 0, model.JointBasisUnit, model.JointBasisRegion)
	}
	if w.chance(3) {
		in = model.CoverInput{UnitCode: w.unitOf(), Kind: model.CoverKindWork, InstructorCode: pick(w, walkPeople...), ValidFrom: in.ValidFrom, Void: in.Void}
	}
	in.ValidTo = w.end(in.ValidFrom)
	b.Covers = []model.CoverInput{in}
	return "Covers", b
}

// founded is a new unit with covers.
func (w *walk) founded() (kind string, b model.Batch) {
	n := 10 + w.IntN(60)
	b.Units = []model.UnitInput{unit(n)}
	b.Units[0].Given = 1<<model.UnitName | 1<<model.UnitDomain | 1<<model.UnitRegion | 1<<model.UnitFoundedOn | 1<<w.IntN(model.UnitSupervisorCode+1)
	b.Covers = []model.CoverInput{cover(n, w.body(), "2016-01-01", ""),
		{UnitCode: unitCode(n), Kind: model.CoverKindWork, InstructorCode: pick(w, walkPeople...), ValidFrom: w.on()}}
	return "Units", b
}

// standing is a batch of units and covers, or of organisations, as imports have most of: such batches are planned ahead.
func (w *walk) standing() (string, *model.Batch) {
	kind, b := pick(w, w.founded, w.founded, w.units, w.covers, w.organisations)()
	for i := range b.Units {
		b.Units[i].SucceedsCode, b.Units[i].SuccessionKind = "", 0
	}
	return kind, &b
}

func (w *walk) people() (kind string, b model.Batch) {
	in := model.InstructorInput{Code: pick(w, walkPeople...), Name: "指导员", RegionCode: "990101001000", Role: pick(w, model.AllInstructorRole()...),
		ServiceFrom: w.on(), ValidFrom: w.on(), Eligibility: pick(w, 0, model.EligibilityEligible, model.EligibilityNotEligible)}
	in.ServiceTo = w.end(in.ServiceFrom)
	b.Instructors = []model.InstructorInput{in}
	return "Instructors", b
}

func (w *walk) visits() (kind string, b model.Batch) {
	b.Visits = []model.VisitInput{{InstructorCode: pick(w, walkPeople...), UnitCode: w.unitOf(), VisitedOn: w.on(), Void: w.chance(3)}}
	return "Visits", b
}

func (w *walk) participations() (kind string, b model.Batch) {
	in := model.ParticipationInput{OrganisationCode: pick(w, "P1", "P3"), HomeOrganisationCode: w.body(), FullMembers: w.count(), ValidFrom: w.on(), Void: w.chance(5)}
	in.ValidTo = w.end(in.ValidFrom)
	b.Participations = []model.ParticipationInput{in}
	return "Participations", b
}

func (w *walk) officers() (kind string, b model.Batch) {
	in := model.OfficerInput{OrganisationCode: w.body(), Role: pick(w, 0, 0, model.OfficerRoleDeputySecretary), Name: pick(w, "甲", "乙"),
		Eligibility: pick(w, 0, model.EligibilityEligible, model.EligibilityNotEligible), ValidFrom: w.on(), Void: w.chance(5)}
	in.ValidTo = w.end(in.ValidFrom)
	b.Officers = []model.OfficerInput{in}
	return "Officers", b
}

func (w *walk) activities() (kind string, b model.Batch) {
	b.Activities = []model.ActivityInput{{OrganisationCode: w.body(), Kind: pick(w, model.AllActivityKind()...), HeldOn: w.on(), Void: w.chance(3)}}
	return "Activities", b
}

func (w *walk) leaderships() (kind string, b model.Batch) {
	b.Leaderships = []model.LeadershipInput{{UnitCode: w.unitOf(), OnePerson: pick(w, model.AllAnswer()...), CrossAppointed: pick(w, model.AllAnswer()...),
		ExceptionDocument: pick(w, "", "批复"), ValidFrom: max(w.on(), day("2015-01-01"))}}
	return "Leaderships", b
}

// step makes one change: a mutation, an import of two batches, or the undo of one.
func (w *walk) step() string {
	if len(w.imports) > 0 && w.chance(6) {
		at := len(w.imports) - 1
		id := w.imports[at]
		w.imports = w.imports[:at]
		if _, err := w.r.UndoImport(ctx, id, "test"); err == nil {
			w.taken["Undone"]++
		} else if model.CodeOf(err) != model.CodeConflict {
			w.Fatal(err)
		}
		return fmt.Sprintf("undo of import %d", id)
	}
	lenient := how
	lenient.SkipFaulty, lenient.Correct = true, w.chance(4)
	change := func() (string, *model.Batch) {
		kind, b := pick(w, w.organisations, w.organisations, w.units, w.covers, w.people, w.visits, w.participations, w.officers, w.activities, w.leaderships,
			w.founded)()
		return kind, &b
	}
	if !w.chance(3) {
		kind, b := change()
		w.took(kind, w.apply(b, lenient))
		return fmt.Sprintf("%s %+v, correct %v", kind, b, lenient.Correct)
	}
	s, err := w.r.OpenImport(ctx, "test", false)
	if err != nil {
		w.Fatal(err)
	}
	told := fmt.Sprintf("import %d, correct %v:", s.ID(), lenient.Correct)
	var ahead []func()
	for range 3 {
		kind, b := pick(w, change, w.standing)()
		told += fmt.Sprintf(" %+v", b)
		plan, err := s.Plan(ctx, b, lenient)
		if err != nil {
			w.Fatal(told, err)
		}
		ahead = append(ahead, func() {
			out, err := plan.Apply()
			if err != nil {
				w.Fatal(told, err)
			}
			w.took(kind, out)
		})
		if w.chance(8) { // somebody else commits
			kind, b := change()
			told += fmt.Sprintf(" meanwhile %+v", b)
			w.took(kind, w.apply(b, lenient))
		}
		if at := w.IntN(3); at < len(ahead) { // up to two are planned ahead of the one that is written
			ahead[0]()
			ahead = ahead[1:]
		}
	}
	for _, apply := range ahead {
		apply()
	}
	if err := s.Close(ctx, model.ImportStateDone, nil); err != nil {
		w.Fatal(told, err)
	}
	w.imports = append(w.imports, s.ID())
	return told
}

func (w *walk) took(kind string, out model.Applied) {
	t := out.Tallies[kind]
	w.taken[kind] += t.New + t.Changed
}

// walkSteps is how many changes a walk makes; FUGAI_WALK_STEPS sets another number, for a long search.
func walkSteps(t *testing.T, kind string) int {
	if text := os.Getenv("FUGAI_WALK_STEPS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal("FUGAI_WALK_STEPS is no number:", err)
		}
		return n
	}
	return map[string]int{"sqlite": 400, "mysql": 120}[kind]
}

// walkWorld adds to the world two organisations below a branch, and a sound combined one with members of one of them.
func walkWorld() *model.Batch {
	home, combined := organisation("P4", "P3"), organisation("P5", "P0")
	home.FullMembers = model.Counted(10)
	combined.HostCode, combined.SetUp, combined.ApprovalDocument, combined.ApprovedOn = "P0", model.SetUpCombined, "批复", day("2014-01-01")
	combined.FullMembers, combined.ProbationaryMembers = model.Counted(0), model.Counted(0)
	return &model.Batch{
		Organisations:  []model.OrganisationInput{organisation("P3", "P1"), home, combined},
		Instructors:    []model.InstructorInput{{Code: "I2", Name: "联络员", RegionCode: "990101001000"}},
		Participations: []model.ParticipationInput{{OrganisationCode: "P5", HomeOrganisationCode: "P4", FullMembers: model.Counted(3), ValidFrom: day("2015-01-01")}},
		Covers:         []model.CoverInput{cover(2, "P4", "2021-01-01", ""), cover(3, "P3", "2016-01-01", "")},
	}
}

func TestWhateverChangesTheSpansAreThoseOfARebuild(t *testing.T) {
	each(t, true, func(e env) {
		kind := "mysql"
		if e.s.Embedded() {
			kind = "sqlite"
		}
		seed := rand.Uint64()
		w := &walk{env: e, Rand: rand.New(rand.NewPCG(seed, 1)), taken: map[string]int{}}
		more := walkWorld()
		for n := 4; n <= walkUnits; n++ { // 5 and 6 are covered by work only
			more.Units = append(more.Units, stateOwned(n))
			more.Covers = append(more.Covers, model.CoverInput{UnitCode: unitCode(n), Kind: model.CoverKindWork, InstructorCode: walkPeople[n%2], ValidFrom: day("2016-01-01")})
		}
		e.ok(more)
		found := 0
		for step := range walkSteps(t, kind) {
			told := w.step()
			report, err := e.r.Check(ctx, nil)
			if err != nil || report.Faults > 0 {
				e.Fatalf("seed %d, step %d: %s\n%+v %v", seed, step, told, report, err)
			}
			found = max(found, report.LookBack)
			e.judgedByAll(fmt.Sprintf("seed %d, step %d: %s", seed, step, told))
		}
		for _, kind := range []string{"Organisations", "Units", "Covers", "Instructors", "Visits", "Participations", "Officers", "Activities", "Leaderships", "Undone"} {
			if w.taken[kind] == 0 {
				e.Errorf("seed %d: no step changed %s", seed, kind)
			}
		}
		for _, table := range []string{"organisation_spans", "instructor_spans"} {
			if len(storetest.Rows(e.T, e.s, "SELECT * FROM "+table)) == 0 {
				e.Errorf("seed %d: there are no %s", seed, table)
			}
		}
		if found == 0 {
			e.Errorf("seed %d: no rule of the look-back found anything", seed)
		}
	})
}
