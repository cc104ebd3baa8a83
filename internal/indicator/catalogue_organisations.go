package indicator

// organisationCatalogue is the look-back on organisations, in the order in which results are packed.
var organisationCatalogue = []*Indicator{}
