package model

// Texts and numbers that may be missing, as the schema shows them: null in place of an empty text or 0.

// IndustryText is the reported industry.
func (a *UnitAttributes) IndustryText() *string { return textOrNil(a.Industry) }

// StatusEvidenceText is the decision or record behind a status.
func (a *UnitAttributes) StatusEvidenceText() *string { return textOrNil(a.StatusEvidence) }

// ApprovalDocumentText is the number of the approval document.
func (a *OrganisationAttributes) ApprovalDocumentText() *string { return textOrNil(a.ApprovalDocument) }

// PhoneText is the telephone number.
func (f *InstructorFact) PhoneText() *string { return textOrNil(f.Phone) }

// EmployerText is the employer.
func (f *InstructorFact) EmployerText() *string { return textOrNil(f.Employer) }

// ContentText is what was done on a visit.
func (v *Visit) ContentText() *string { return textOrNil(v.Content) }

// PersonCodeText is the person's code.
func (c *CandidateView) PersonCodeText() *string { return textOrNil(c.PersonCode) }

// DutyText is the duty that is due.
func (c *CandidateView) DutyText() *string { return textOrNil(c.Duty) }

// AmountNumber is the number of days, hours or months.
func (s *CandidateStep) AmountNumber() *int {
	if s.Amount == 0 {
		return nil
	}
	n := int(s.Amount)
	return &n
}

// AmountUnitText is the unit of the amount.
func (s *CandidateStep) AmountUnitText() *string { return textOrNil(s.AmountUnit) }

// DocumentText is the number of the decision.
func (s *CandidateStep) DocumentText() *string { return textOrNil(s.Document) }

// NoteText is the recorded special reason.
func (s *CandidateStep) NoteText() *string { return textOrNil(s.Note) }

// ReportText is the report of an import.
func (i *Import) ReportText() *string { return textOrNil(i.Report) }
