package model

// SetUpCondition is what a set-up asks of an organisation, and whether it holds on a date.
type SetUpCondition struct {
	SetUp   SetUp
	Code    SetUpConditionCode
	State   ConditionState
	Message string // Chinese
	// Found is the number that was found and Limit the one that it is compared with; not reported where there is none.
	Found Count
	Limit Count
}

// Title is the Chinese term of the condition.
func (c *SetUpCondition) Title() string { return c.Code.Title() }
