package coverage

import (
	"cmp"
	"context"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// InstructorsAt are instructors by id as of a date, for relations: one outside the scope is not shown.
func (s *Service) InstructorsAt(ctx context.Context, ids []model.InstructorID, asOf model.Date) (map[model.InstructorID]*model.Instructor, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	return q.instructorsOn(ids)
}

// instructorsOn fetches instructors in the viewer's scope. One that is not known on the date yet is shown as it was first known.
func (q *question) instructorsOn(ids []model.InstructorID) (map[model.InstructorID]*model.Instructor, error) {
	found, err := store.Get(q.ctx, q.store, func(v *store.View) (map[model.InstructorID]*model.Instructor, error) {
		found, err := v.InstructorsAt(q.data.Version, q.asOf, ids)
		if err != nil {
			return nil, err
		}
		return found, q.addFirstInstructors(v, ids, found)
	})
	seen := q.scope(q.asOf)
	for id, i := range found {
		if q.showInstructor(i); !seen.sees(i.RegionID) {
			delete(found, id)
		}
	}
	return found, err
}

func (q *question) addFirstInstructors(v *store.View, ids []model.InstructorID, found map[model.InstructorID]*model.Instructor) error {
	var missing []model.InstructorID
	for _, id := range ids {
		if found[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	histories, err := v.InstructorHistory(q.data.Version, missing)
	if err != nil {
		return err
	}
	codes, err := store.InstructorKeys.Of(v, missing)
	for id, facts := range histories {
		found[id] = &model.Instructor{ID: id, Code: codes[id], InstructorFact: facts[0]}
	}
	return err
}

// showInstructor takes out what tells of the person without the right to it.
func (q *question) showInstructor(i *model.Instructor) {
	i.AsOf, i.Name = q.asOf, q.who.Text(i.Name)
	if !q.who.CanReadPersons() || i.Phone != "" {
		i.Phone = q.who.Text(i.Phone)
	}
	if i.Role == 0 {
		i.Role = model.InstructorRoleInstructor
	}
}

// Instructor is one instructor by code; nil where there is none on the date, or outside the scope.
func (s *Service) Instructor(ctx context.Context, code string, asOf *model.Date) (*model.Instructor, error) {
	q, err := s.ask(ctx, asOf, nil)
	if err != nil {
		return nil, err
	}
	ids, err := store.Get(ctx, s.store, func(v *store.View) (map[string]model.InstructorID, error) { return v.InstructorIDs([]string{code}) })
	if err != nil || ids[code] == 0 {
		return nil, err
	}
	found, err := q.instructorsOn([]model.InstructorID{ids[code]})
	if i := found[ids[code]]; i != nil && i.ValidFrom <= q.asOf {
		return i, err
	}
	return nil, err
}

// Instructors lists the instructors and liaisons in the viewer's scope, by code.
func (s *Service) Instructors(ctx context.Context, where *model.InstructorFilter, page model.Page, asOf *model.Date) (*model.InstructorConnection, error) {
	q, err := s.ask(ctx, asOf, nil)
	if err != nil {
		return nil, err
	}
	asked := openPage[store.InstructorRow](q, page, "instructors")
	list, err := q.instructorList(deref(where))
	if err != nil {
		return nil, err
	}
	part, at, before, more := asked.cut(list, byInstructorCode)
	ids := make([]model.InstructorID, len(part))
	for i := range part {
		ids[i] = part[i].ID
	}
	found, err := q.instructorsOn(ids)
	if err != nil {
		return nil, err
	}
	nodes := make([]*model.Instructor, len(ids))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	return connect(q, nodes, len(list), more, before, at), nil
}

func byInstructorCode(a, b store.InstructorRow) int { return cmp.Compare(a.Code, b.Code) }

func (q *question) instructorList(f model.InstructorFilter) ([]store.InstructorRow, error) {
	regions := q.regions(f.Regions, q.asOf)
	if err := q.faults.OrNil(); err != nil {
		return nil, err
	}
	visited, err := q.visitedSince(f.NotVisitedSince)
	if err != nil {
		return nil, err
	}
	list, err := store.Get(q.ctx, q.store, func(v *store.View) ([]store.InstructorRow, error) { return v.InstructorRows(q.data.Version, q.asOf) })
	inService := f.InService == nil || *f.InService
	list = slices.DeleteFunc(list, func(i store.InstructorRow) bool {
		role := i.Role
		if role == 0 {
			role = model.InstructorRoleInstructor
		}
		return !inScope(regions, i.RegionID) || f.Roles != nil && !slices.Contains(f.Roles, role) || i.Serves(q.asOf) != inService ||
			visited[i.ID] || f.Overloaded != nil && q.overloaded(i.ID) != *f.Overloaded
	})
	slices.SortFunc(list, byInstructorCode)
	return list, err
}

// visitedSince are the instructors with a recorded visit from a day to that of the question, both inclusive; none where no day is given.
func (q *question) visitedSince(day *model.Date) (map[model.InstructorID]bool, error) {
	if day == nil {
		return nil, nil
	}
	return store.Get(q.ctx, q.store, func(v *store.View) (map[model.InstructorID]bool, error) {
		return v.VisitedBetween(q.data.Version, *day, q.asOf)
	})
}

// overloaded tells whether the look-back finds that an instructor has more live units than the policy allows.
func (q *question) overloaded(id model.InstructorID) bool {
	of, index, ok := q.rules.Find("INSTRUCTOR_OVERLOADED")
	row, there := q.data.Of(of).RowOf(model.UnitID(id), q.asOf)
	return ok && there && q.data.Of(of).Span(row).Class.Results.Of(index) == model.ResultUnmet
}
