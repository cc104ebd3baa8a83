import { LineChart, type LineSeriesOption } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, MarkPointComponent, TooltipComponent } from 'echarts/components'
import type { AriaComponentOption, GridComponentOption, TooltipComponentOption } from 'echarts/components'
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { go, type Address } from '../base/address'

// Only the parts that are drawn are built in. SVG prints sharply and needs no redraw for another resolution.
use([LineChart, AriaComponent, GridComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, SVGRenderer])

/** What a chart of the explorer can hold. */
export type ChartOption = ComposeOption<LineSeriesOption | AriaComponentOption | GridComponentOption | TooltipComponentOption>

interface Props {
  label: string
  option: ChartOption
  open?: (index: number) => Address | undefined
}

/** A chart that fits its box; a click on a point goes where `open` says. What it shows must also stand in a table beside it. */
export function Chart({ label, option, open }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const opener = useRef(open)
  opener.current = open
  useEffect(() => {
    if (!box.current) return
    const drawn = init(box.current, undefined, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', ({ dataIndex, componentType }) => {
      const to = componentType === 'series' ? opener.current?.(dataIndex) : undefined
      if (to) go(to)
    })
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  return <div ref={box} className="chart" role="img" aria-label={label} />
}
