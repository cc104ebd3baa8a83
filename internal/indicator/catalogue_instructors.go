package indicator

// instructorCatalogue is the look-back on instructors, in the order in which results are packed.
var instructorCatalogue = []*Indicator{}
