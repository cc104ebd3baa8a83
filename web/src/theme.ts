import type { ThemeConfig } from 'antd'

/** Colours with at least 4.5 : 1 against their ground; the shapes are Ant Design's. */
export const theme: ThemeConfig = {
  // One name for the variables of every part of the page, so that they are written once.
  cssVar: { key: 'fugai' },
  hashed: false,
  token: {
    colorPrimary: '#a8151d',
    colorLink: '#1454a6',
    colorLinkHover: '#0d3b77',
    colorTextSecondary: '#4a4f57',
    colorTextTertiary: '#595f69',
    colorTextDescription: '#595f69',
    colorTextPlaceholder: '#6b717b',
    borderRadius: 6,
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Serif CJK SC', system-ui, sans-serif",
    motion: false,
  },
  // The track is seen on the grey of the page too.
  components: { Segmented: { trackBg: '#e4e7ec' } },
}
