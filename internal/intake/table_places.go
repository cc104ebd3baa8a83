package intake

import "fugai/model"

const (
	noteExclusive = "不再有效的第一天，仍有效请留空。 The first day on which it does not hold any more; empty while it goes on."
	noteRegion    = "12位代码，或其前2、4、6、9位。 12 digits, or the first 2, 4, 6 or 9 of them."
	noteValidFrom = "本行数据自何日起有效；留空时为导入日，新增的为成立日。 The day from which the row holds; empty: the day of the import, for new rows the founding day."
)

var regionTable = def[model.RegionInput]{
	name: "regions", title: "行政区划", field: "Regions", stage: stageRegions,
	columns: []column[model.RegionInput]{
		col("code", "行政区划代码", "990101001000", regionOf(func(r *model.RegionInput) *model.RegionCode { return &r.Code }), "区划代码", "代码", "region_code").required().note(noteRegion),
		col("name", "行政区划名称", "演示街道", textOf(longText, func(r *model.RegionInput) *string { return &r.Name }), "区划名称", "名称", "region_name").required(),
		enumCol("level", "级别", "TOWNSHIP", regionLevelWords, func(r *model.RegionInput) *model.RegionLevel { return &r.Level }, "行政级别", "层级", "区划级别"),
		col("parent", "上级代码", "990101000000", regionOf(func(r *model.RegionInput) *model.RegionCode { return &r.ParentCode }), "parent_code", "上级区划代码", "上级行政区划代码", "上级区划"),
		col("valid_from", "生效日期", "", dateOf(func(r *model.RegionInput) *model.Date { return &r.ValidFrom }), "启用日期").note("留空表示一直有效。 Empty: since ever."),
		col("valid_to", "失效日期", "", endOf(func(r *model.RegionInput) *model.Date { return &r.ValidTo }), "停用日期", "终止日期").note(noteExclusive),
	},
	list:   func(b *model.Batch) *[]model.RegionInput { return &b.Regions },
	origin: func(r *model.RegionInput) *model.Origin { return &r.Origin },
	key:    func(r *model.RegionInput) string { return joinKey(string(r.Code), r.ValidFrom.String()) },
	settle: func(r *model.RegionInput, h *header) []*fault {
		return endAfterBegin(r.ValidFrom, r.ValidTo, h, "valid_from", "valid_to")
	},
}.table()

var zoneTable = def[model.ZoneInput]{
	name: "zones", title: "园区楼宇商圈", field: "Zones", stage: stageZones,
	columns: []column[model.ZoneInput]{
		col("code", "园区代码", "Z0001", codeOf(func(z *model.ZoneInput) *string { return &z.Code }), "园区编码", "代码", "编号", "zone_code").required(),
		col("name", "园区名称", "演示科技园", textOf(longText, func(z *model.ZoneInput) *string { return &z.Name }), "名称", "zone_name").required(),
		enumCol("kind", "园区类别", "PARK", zoneKindWords, func(z *model.ZoneInput) *model.ZoneKind { return &z.Kind }, "类别", "zone_kind", "园区类型"),
		col("region_code", "行政区划代码", "990101001000", regionOf(func(z *model.ZoneInput) *model.RegionCode { return &z.RegionCode }), "所在区划代码", "区划代码").forNew().note(noteRegion),
		col("organisation_code", "党组织代码", "", codeOf(func(z *model.ZoneInput) *string { return &z.OrganisationCode }), "园区党组织代码").note("园区自身的党组织。 The zone's own Party organisation."),
		col("valid_from", "生效日期", "", dateOf(func(z *model.ZoneInput) *model.Date { return &z.ValidFrom }), "启用日期"),
		col("valid_to", "失效日期", "", endOf(func(z *model.ZoneInput) *model.Date { return &z.ValidTo }), "停用日期", "终止日期").note(noteExclusive),
	},
	list:   func(b *model.Batch) *[]model.ZoneInput { return &b.Zones },
	origin: func(z *model.ZoneInput) *model.Origin { return &z.Origin },
	key:    func(z *model.ZoneInput) string { return joinKey(z.Code, z.ValidFrom.String()) },
	settle: func(z *model.ZoneInput, h *header) []*fault {
		return endAfterBegin(z.ValidFrom, z.ValidTo, h, "valid_from", "valid_to")
	},
}.table()
