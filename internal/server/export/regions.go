package export

import "fugai/model"

// regionColumns are code and name of the region in which something lies, and of the city, county and township that it lies in.
func regionColumns[T any](of func(*T) *model.Region) []column[T] {
	at := func(level model.RegionLevel) func(*T) *model.RegionNode {
		return func(r *T) *model.RegionNode {
			region := of(r)
			if region == nil {
				return nil
			}
			n := region.RegionNode
			for n != nil && n.Level > level {
				n = n.Up
			}
			if n == nil || n.Level != level {
				return nil
			}
			return n
		}
	}
	own := func(r *T) *model.RegionNode {
		if region := of(r); region != nil {
			return region.RegionNode
		}
		return nil
	}
	return join(nodeColumns("region", "行政区划", own), nodeColumns("city", "地级", at(model.RegionLevelCity)),
		nodeColumns("county", "县级", at(model.RegionLevelCounty)), nodeColumns("township", "乡级", at(model.RegionLevelTownship)))
}

// nodeColumns are code and name of a region; empty where there is none.
func nodeColumns[T any](name, title string, of func(*T) *model.RegionNode) []column[T] {
	text := func(show func(*model.RegionNode) string) func(*T) cell {
		return func(r *T) cell {
			if n := of(r); n != nil {
				return textCell(show(n))
			}
			return cell{}
		}
	}
	return []column[T]{
		{name + "Code", title + "代码", text(func(n *model.RegionNode) string { return string(n.Code) })},
		{name + "Name", title, text(func(n *model.RegionNode) string { return n.Name })},
	}
}
