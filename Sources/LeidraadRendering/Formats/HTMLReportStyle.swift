/// How the report looks. The style sheet is constant, so that its digest can be constant too: `HTMLReportTests` works the digest out
/// again and prints the new one when the two differ.
extension HTMLReport {
  /// SHA-256 of `style` in base 64: the page's security policy lets this style sheet in by it.
  static let styleDigest = "9cJPiDz8I+XcOIy8upw/2bNdTh/f+DONVw2Yg7u/rss="

  /// Widths are relative, so that it holds from a telephone to paper; colours come from one list, by day and by night.
  static let style: HTML = "\(colours)\(page)\(head)\(verdict)\(details)\(tables)\(paper)"

  private static let colours: HTML = """

    :root {
      color-scheme: light dark;
      --paper: #f6f4ee; --card: #fff; --ink: #18242e; --soft: #515d68; --line: #dcd7ca; --deep: #0c4350; --link: #0a5c6b;
      --track: #e6e2d7; --fill: #0f6b7b;
      --good: #17623a; --good-back: #e0f0e5; --bad: #9a261c; --bad-back: #fbe6e2; --part: #6f4a00; --part-back: #faeecf;
      --open: #3c4d66; --open-back: #e6ebf2; --plan: #56398a; --plan-back: #eee7f7;
      --met: #17623a; --unmet: #8a3a14; --none: #414f5c; --here: #0c4350; --on-here: #fff;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #10171d; --card: #19232c; --ink: #e7ecf0; --soft: #a8b4bf; --line: #34424e; --deep: #0b3843; --link: #7fd0de;
        --track: #2c3944; --fill: #4fb3c4;
        --good: #86d8a6; --good-back: #153826; --bad: #ffaa9f; --bad-back: #46201b; --part: #f0c96c; --part-back: #3d3011;
        --open: #b9c8de; --open-back: #28364a; --plan: #cdb6f4; --plan-back: #35284f;
        --met: #15593a; --unmet: #7c3616; --none: #3a4854; --here: #7fd0de; --on-here: #0b2b33;
      }
    }

    """

  private static let page: HTML = """
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word;
    }
    h1, h2, h3, h4, h5, p, ul, ol, dl, dd, pre { margin: 0; }
    ul, ol { padding: 0; list-style: none; }
    h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:hover { text-decoration-thickness: .15em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
    main:focus { outline: none; }
    code, pre { font: .875em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; }
    code { overflow-wrap: anywhere; }
    .wrap { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: 1rem; top: -10rem; z-index: 1; padding: .6rem 1rem; background: var(--card);
      color: var(--link); border-radius: .4rem; }
    .skip:focus { top: .5rem; }
    .small { font-size: .875rem; color: var(--soft); }
    .id { font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .badge { display: inline-block; padding: .1rem .55rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600;
      line-height: 1.5; }
    .badge.good { color: var(--good); background: var(--good-back); } .badge.bad { color: var(--bad); background: var(--bad-back); }
    .badge.part { color: var(--part); background: var(--part-back); } .badge.plan { color: var(--plan); background: var(--plan-back); }
    .badge.open, .badge.muted { color: var(--open); background: var(--open-back); }
    .facts { display: flex; flex-wrap: wrap; gap: .1rem .6rem; color: var(--soft); font-size: .9375rem; }
    .facts li:not(:last-child)::after { content: "·"; margin-left: .6rem; }
    .facts strong { color: var(--ink); font-variant-numeric: tabular-nums; }
    .icon { flex: none; fill: none; stroke: currentcolor; stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
    .bar { display: block; border-radius: .35rem; }
    .bar .track { fill: var(--track); } .bar .fill { fill: var(--fill); } .bar .tick { stroke: var(--card); stroke-width: 2; }

    """

  private static let head: HTML = """
    .masthead { background: var(--deep); color: #fff; }
    .masthead .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding-top: .7rem;
      padding-bottom: .7rem; }
    .masthead a { color: #fff; }
    .brand { display: flex; align-items: center; gap: .5rem; font-size: 1.125rem; font-weight: 700; letter-spacing: .01em; }
    .brand .thread { fill: none; stroke: #7fd0de; stroke-width: 2.5; stroke-linecap: round; } .brand .bead { fill: #ffd27a; }
    h1 { font-size: 1rem; font-weight: 400; line-height: 1.4; }
    .to-overview { display: none; margin-left: auto; }
    body:has(#overview) .to-overview { display: block; }
    .report { padding-top: 2rem; padding-bottom: 3rem; }
    .report + .report, .report + .overview { border-top: .4rem double var(--line); }
    h2 { font-size: clamp(1.6rem, 1.1rem + 2.4vw, 2.6rem); font-weight: 700; letter-spacing: -.015em; overflow-wrap: anywhere; }
    .head .facts { margin-top: .4rem; }
    .note { margin-top: 1rem; padding: .75rem 1rem; border-radius: .5rem; background: var(--part-back); color: var(--part); }
    .note ul { padding-left: 1.2rem; list-style: disc; }

    """

  private static let verdict: HTML = """
    .summary { margin-top: 1.5rem; }
    .top { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 9fr); gap: 1.25rem; }
    .verdict { padding: 1.4rem 1.5rem; border-radius: .75rem; color: #fff; }
    .verdict.is-met { background: var(--met); } .verdict.is-unmet { background: var(--unmet); }
    .verdict.is-none { background: var(--none); }
    .label { font-size: .9375rem; font-weight: 600; }
    .verdict .title { display: flex; align-items: center; gap: .6rem; margin: .15rem 0 .5rem; font-size: 1.9rem;
      font-weight: 700; line-height: 1.15; }
    .asked { font-weight: 600; }
    .reasons { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid #fff6; font-size: .9375rem; }
    .reasons li + li { margin-top: .4rem; }
    .head + .verdict { margin-top: 1.5rem; } .verdict + .part { margin-top: 2rem; }
    .numbers { display: flex; flex-direction: column; gap: .9rem; padding: 1.25rem 1.5rem; border: 1px solid var(--line);
      border-radius: .75rem; background: var(--card); }
    .scores { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.5rem; }
    .scores .value { margin: .1rem 0 .35rem; font-size: 2.3rem; font-weight: 700; line-height: 1.1;
      font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
    .scores .of { font-size: .9375rem; font-weight: 400; letter-spacing: 0; color: var(--soft); }
    .scores .small { margin-top: .4rem; line-height: 1.4; }
    .scores li:not(.is-used) .fill { opacity: .6; }
    .rests { margin-top: .15rem; font-size: .8125rem; font-weight: 650; color: var(--link); }
    .bands { display: flex; flex-wrap: wrap; gap: .35rem; padding-top: .9rem; border-top: 1px solid var(--line); }
    .band { flex: 1 1 7rem; padding: .35rem .6rem; border-radius: .4rem; background: var(--open-back); font-size: .875rem;
      line-height: 1.35; }
    .band .name { display: block; font-weight: 600; } .band .from { color: var(--open); }
    .band.is-asked { box-shadow: inset 0 0 0 2px var(--link); }
    .band.is-here { background: var(--here); color: var(--on-here); } .band.is-here .from { color: inherit; }
    .flag { display: inline-block; font-weight: 700; } .flag::before { content: "▸ "; }
    .basis { font-size: .9375rem; color: var(--soft); }
    .key-facts { display: flex; flex-wrap: wrap; gap: .5rem 2.25rem; margin: 1.25rem 0; }
    .key-facts li { display: flex; align-items: baseline; gap: .5rem; }
    .key-facts strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .key-facts span { font-size: .9375rem; color: var(--soft); }
    .next { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.25rem; align-items: start; }
    .next section { padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
    .next .rules { border-left: .3rem solid var(--bad); } .next .rules.is-clear { border-left-color: var(--good); }
    .next .wins { border-left: .3rem solid var(--fill); }
    .is-clear p { display: flex; align-items: center; gap: .6rem; color: var(--good); }
    .next h4 { margin-bottom: .75rem; font-size: 1.125rem; }
    .next li + li { margin-top: .9rem; padding-top: .9rem; border-top: 1px solid var(--line); }
    .wins ol { padding-left: 1.5rem; list-style: decimal; }
    .wins li { padding-left: .35rem; } .wins li::marker { font-weight: 700; font-size: 1.125rem; color: var(--link); }
    .says { font-weight: 500; } .gain { color: var(--good); }
    .meta { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .9rem; font-size: .875rem; color: var(--soft); }

    """

  private static let details: HTML = """
    .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2.5rem; margin-top: 2.5rem; }
    .contents { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto;
      font-size: .9375rem; line-height: 1.4; }
    .contents > ul { padding: .25rem 0; border-left: 2px solid var(--line); }
    .contents a { display: block; padding: .3rem .4rem .3rem .9rem; color: var(--ink); text-decoration: none; }
    .contents a:hover { text-decoration: underline; }
    .contents a:focus-visible { outline-offset: -3px; }
    .contents ul ul a { padding-left: 1.5rem; font-size: .875rem; color: var(--soft); }
    .part + .part { margin-top: 3rem; }
    h3 { margin-bottom: .9rem; font-size: 1.5rem; letter-spacing: -.01em; }
    .recommendation + .recommendation { margin-top: 2.25rem; }
    .recommendation-head { margin-bottom: .9rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
    .recommendation-head h4 { margin-bottom: .35rem; font-size: 1.2rem; }
    .recommendation-head h4 .id { margin-right: .3rem; color: var(--link); }
    .recommendation-head .facts { margin-top: .35rem; }
    .finding, .card { padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-left: .3rem solid var(--open);
      border-radius: .5rem; background: var(--card); }
    .finding + .finding, .card + .card { margin-top: .9rem; }
    .finding.bad { border-left-color: var(--bad); } .finding.part { border-left-color: var(--part); }
    .finding.plan { border-left-color: var(--plan); }
    .finding.good { border-left-color: var(--good); }
    .card { border-left: 1px solid var(--line); } .card h4 + dl { margin-top: .6rem; }
    h5, .card h4 { font-size: 1rem; font-weight: 650; } h5 .id { margin-right: .3rem; }
    .finding .meta, .card .meta { margin: .4rem 0 .7rem; }
    dl > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; }
    dl > div + div { margin-top: .45rem; }
    dt { font-size: .875rem; line-height: 1.7; color: var(--soft); }
    dd code { color: var(--soft); }
    pre { padding: .7rem .9rem; border-radius: .4rem; background: var(--open-back); color: var(--ink); white-space: pre-wrap; }
    pre code { color: inherit; font-size: 1em; }
    .basis-label { padding: 0 .4rem; border: 1px solid var(--soft); border-radius: .25rem; font-size: .8125rem; color: var(--soft); }

    """

  private static let tables: HTML = """
    table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
    th, td { padding: .45rem .6rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
      font-weight: 400; }
    thead th { font-size: .875rem; font-weight: 600; color: var(--soft); vertical-align: bottom; }
    th:last-child, td:last-child { padding-right: 0; }
    th > .small { display: block; }
    td > .small { display: block; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .bar-cell { width: 30%; } .chart .bar { margin-top: .3rem; }
    .chart tbody .id { display: inline-block; min-width: 1.9rem; }
    .ledger p + table { margin-top: 1rem; }
    .group th, .group td { padding-top: 1.1rem; border-bottom-color: var(--ink); font-weight: 650; }
    tfoot th, tfoot td { padding-top: .8rem; border-bottom: 0; font-size: 1.0625rem; font-weight: 700; }
    .part > p + table { margin-top: 1rem; }
    .scroll { overflow-x: auto; } .scroll table { min-width: 52rem; }
    .overview { padding-top: 2rem; padding-bottom: 3rem; } .overview h2 { margin-bottom: 1rem; }
    .colophon { padding: 1.5rem 0 2.5rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--soft); }
    .ledger .badge { white-space: nowrap; } .ledger + .ledger { margin-top: 2rem; }
    .evidence td:nth-child(3) { white-space: nowrap; } .evidence li + li { margin-top: .3rem; }
    @media (max-width: 62rem) {
      .columns { grid-template-columns: minmax(0, 1fr); gap: 2rem; }
      .contents { position: static; max-height: none; } .contents ul ul { display: none; }
      .contents > ul { columns: 2; column-gap: 1.5rem; border-left: 0; padding: .5rem 0; border-top: 1px solid var(--line);
        border-bottom: 1px solid var(--line); }
      .contents a { padding-left: 0; color: var(--link); }
      .top { grid-template-columns: minmax(0, 1fr); }
    }
    @media (max-width: 36rem) {
      .wrap { padding-left: 1rem; padding-right: 1rem; }
      .verdict, .numbers, .next section { padding: 1rem; }
      .finding, .card { padding: .9rem; }
      .scores { gap: .75rem; } .scores .value { font-size: 1.6rem; } .scores .of { display: block; }
      .label, .scores .small { font-size: .8125rem; }
      .bands { flex-direction: column; gap: .2rem; } .band { flex: auto; } .band .name { display: inline; }
      .bar-cell { display: none; }
      dl > div { grid-template-columns: minmax(0, 1fr); } dl > div + div { margin-top: .6rem; }
      table { hyphens: auto; overflow-wrap: anywhere; font-size: .875rem; }
      /* What would be narrow columns stands under its name instead. */
      .ledger tr { display: flex; flex-wrap: wrap; justify-content: flex-end; border-bottom: 1px solid var(--line); }
      .ledger th, .ledger td { border-bottom: 0; padding: .3rem 0; overflow-wrap: normal; }
      .ledger th[scope="row"], .ledger th[scope="rowgroup"] { flex: 1 0 100%; padding-bottom: 0; }
      .ledger th:not([scope="col"]) + td:not(.number), .ledger thead th:nth-child(2) { flex: 0 1 auto; margin-right: auto; }
      .ledger thead th:first-child { display: none; } .ledger .number { flex: 0 0 5.7rem; }
      .ledger .group { border-bottom-color: var(--ink); } .ledger .group td { padding-top: .3rem; }
      .evidence thead { display: none; } .evidence tr { display: block; padding: .7rem 0; border-bottom: 1px solid var(--line); }
      .evidence th, .evidence td { display: block; padding: 0 0 .2rem; border-bottom: 0; } .evidence th { font-weight: 650; }
    }
    @media (forced-colors: active) {
      .badge, .verdict, .band, .basis-label { border: 1px solid CanvasText; } .band.is-here { border-width: 3px; }
      .bar .track { fill: Canvas; stroke: CanvasText; } .bar .fill { fill: Highlight; } .bar .tick { stroke: CanvasText; }
    }

    """

  private static let paper: HTML = """
    @page { size: A4; margin: 16mm 15mm 18mm; @bottom-left { content: "Leidraad"; font: 8pt Arial, sans-serif; color: #515d68; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; color: #515d68; } }
    @media print {
      :root {
        color-scheme: light;
        --paper: #fff; --card: #fff; --ink: #18242e; --soft: #515d68; --line: #cfcabd; --deep: #0c4350; --link: #0a5c6b;
        --track: #e6e2d7; --fill: #0f6b7b;
        --good: #17623a; --good-back: #e0f0e5; --bad: #9a261c; --bad-back: #fbe6e2; --part: #6f4a00; --part-back: #faeecf;
        --open: #3c4d66; --open-back: #e6ebf2; --plan: #56398a; --plan-back: #eee7f7;
        --met: #17623a; --unmet: #8a3a14; --none: #414f5c; --here: #0c4350; --on-here: #fff;
      }
      html { font-size: 9.5pt; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .skip, .contents, body .to-overview { display: none; }
      .masthead { background: none; color: var(--ink); border-bottom: 1px solid var(--line); } .masthead .wrap { padding: 0 0 .5rem; }
      .brand .thread { stroke: var(--fill); }
      .wrap { max-width: none; padding-left: 0; padding-right: 0; }
      .report { padding-top: 1.2rem; padding-bottom: 0; } .report + .report, .report + .overview { border-top: 0; break-before: page; }
      .top { grid-template-columns: minmax(0, 5fr) minmax(0, 9fr); }
      .columns { display: block; margin-top: 0; }
      #main .details > .part:first-child { break-before: page; }
      a { color: inherit; text-decoration: none; } .cards a { text-decoration: underline; }
      h2, h3, h4, h5, .recommendation-head, .meta, thead, .group { break-after: avoid; }
      .card, tr, pre, .recommendation-head, dl > div, .verdict, .numbers, .next li { break-inside: avoid; }
      .finding dl > div:first-child { break-before: avoid; }
      .finding { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
      .bands { flex-wrap: nowrap; gap: .25rem; } .band { flex: 1 1 0; padding: .3rem .4rem; font-size: .8125rem; }
      .verdict .title { font-size: 1.6rem; } .verdict, .numbers { padding: 1.1rem; }
      p, li, dd { orphans: 3; widows: 3; }
      /* A foot would be printed again on every page. */
      tfoot { display: table-row-group; }
      .finding { padding: .8rem 1rem; }
      .scroll { overflow: visible; } .scroll table { min-width: 0; font-size: .8125rem; }
      .colophon { padding: .75rem 0 0; margin-top: 1.5rem; }
    }

    """
}
