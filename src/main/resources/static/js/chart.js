// Draws every figure[data-chart] from its own table with ECharts, which is fetched only when there is one.
(() => {
  'use strict';
  const figures = [...document.querySelectorAll('figure[data-chart]')];
  if (!figures.length) return;
  const chinese = document.documentElement.lang.startsWith('zh');
  const paint = ['#0b57a4', '#7b8794', '#1a6b33', '#7a5200'];

  const draw = figure => {
    const table = figure.querySelector('table'), canvas = figure.querySelector('.chart-canvas'), {unit, description} = figure.dataset;
    const series = [...table.querySelectorAll('tbody tr')].map((row, i) => {
      const kind = row.dataset.series, colour = kind === 'target' ? '#b3261e' : kind === 'bridge' ? '#7a5200' : paint[i % paint.length];
      return {
        name: row.cells[0].textContent,
        type: kind === 'bar' ? 'bar' : 'line',
        step: kind === 'target' ? 'middle' : false,
        symbol: kind === 'target' ? 'none' : 'circle',
        symbolSize: 7,
        barMaxWidth: 36,
        connectNulls: false, // what is missing stays a gap
        itemStyle: {color: colour},
        lineStyle: {color: colour, width: 2, type: kind === 'target' ? 'dashed' : kind === 'bridge' ? 'dotted' : 'solid'},
        data: [...row.cells].slice(1).map(cell => cell.dataset.value === undefined ? '-' : Number(cell.dataset.value)),
      };
    });
    // Between the last quarter of the old definition and the first of the new one.
    const heads = [...table.tHead.rows[0].cells].slice(1);
    if (series.length) {
      series[0].markLine = {
        symbol: 'none', silent: true, animation: false,
        lineStyle: {color: '#545f6f', type: 'dashed', width: 1},
        label: {formatter: line => line.name, position: 'insideEndTop', color: '#545f6f'},
        data: heads.flatMap((head, at) => head.dataset.break === undefined ? [] : [{name: head.dataset.break, xAxis: at}]),
      };
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const chart = echarts.init(canvas, null, {renderer: 'svg', locale: chinese ? 'ZH' : 'EN'});
    chart.setOption({
      animation: !still,
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13},
      aria: {enabled: true, label: {description}},
      grid: {left: 8, right: 16, top: 44, bottom: 8, containLabel: true},
      legend: {left: 0, top: 0, icon: 'roundRect', itemWidth: 16, itemHeight: 8, textStyle: {color: '#1f2937'}},
      tooltip: {trigger: 'axis', renderMode: 'richText', valueFormatter: value => value === '-' || value == null ? '—' : value.toLocaleString() + ' ' + unit},
      xAxis: {type: 'category', data: heads.map(cell => cell.textContent), axisLabel: {color: '#545f6f', hideOverlap: true}, axisTick: {show: false}, axisLine: {lineStyle: {color: '#a3acb8'}}},
      yAxis: {type: 'value', axisLabel: {color: '#545f6f'}, splitLine: {lineStyle: {color: '#e6e9ed'}}},
      series,
    });
    figure.querySelector('details').open = false;
    new ResizeObserver(() => chart.resize()).observe(canvas);
  };

  const library = document.createElement('script');
  library.src = document.querySelector('script[data-library]').dataset.library;
  library.onload = () => figures.forEach(figure => { figure.classList.add('chart-drawn'); draw(figure); });
  document.head.append(library);
})();
