// SPDX-License-Identifier: Apache-2.0

/// The style sheet of pages: a readable measure, a dark scheme, and pages for printing.
///
/// Every pair of colours has a contrast of at least 4.5 to 1, and 7 to 1 for running text.
enum BriefPageStyle {
  static let text = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #1a1a1a; --quiet: #4d4d4d; --link: #0b4f8a; --line: #c4c4c4;
      --shade: #f3f4f6; --fault: #8a1111; --fault-paper: #fdecec;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16181c; --ink: #ececec; --quiet: #b8bcc4; --link: #8fc2ff; --line: #4a4e57;
        --shade: #22252b; --fault: #ffb4b4; --fault-paper: #3a1a1a;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem;
      font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Liberation Serif", Georgia, serif;
      color: var(--ink); background: var(--paper); overflow-wrap: break-word;
    }
    h1, h2, h3, h4, h5, h6, nav, th, caption, figcaption, .brief-byline, .brief-fault, footer {
      font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
    }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.5rem; text-wrap: balance; }
    h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.25rem 0 0.75rem; }
    h3 { font-size: 1.125rem; line-height: 1.3; margin: 1.75rem 0 0.5rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
    p, ul, ol, dl, blockquote { margin: 0 0 1rem; }
    a { color: var(--link); text-underline-offset: 0.15em; }
    a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .brief-skip { position: absolute; left: -999rem; }
    .brief-skip:focus { position: static; }
    header { border-bottom: 2px solid var(--ink); margin-bottom: 1.5rem; padding-bottom: 0.75rem; }
    .brief-subtitle { font-size: 1.25rem; line-height: 1.35; color: var(--quiet); margin: 0 0 0.5rem; }
    .brief-byline, footer, .brief-note { color: var(--quiet); font-size: 0.9375rem; }
    .brief-byline { margin: 0; }
    nav { font-size: 0.9375rem; line-height: 1.65; background: var(--shade); padding: 0.75rem 1.25rem;
      margin-bottom: 2rem; }
    nav h2 { font-size: 0.9375rem; margin: 0 0 0.25rem; }
    nav ul { margin: 0; padding-left: 1.1rem; list-style: none; }
    nav > ul { padding-left: 0; }
    blockquote { border-left: 3px solid var(--line); padding-left: 1rem; margin-left: 0;
      color: var(--quiet); }
    code, pre { font-family: ui-monospace, Menlo, "Liberation Mono", monospace; font-size: 0.875em; }
    pre { background: var(--shade); padding: 0.75rem 1rem; overflow-x: auto; }
    pre code { font-size: 0.875rem; }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
    figure { margin: 1.75rem 0; }
    .brief-drawing { max-width: 100%; margin: 0 auto; background: #ffffff; border-radius: 2px;
      overflow-x: auto; }
    .brief-drawing > svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
    .brief-drawing[style] > svg { width: 100%; }
    figcaption, caption { font-size: 0.9375rem; line-height: 1.45; color: var(--quiet);
      text-align: left; }
    figcaption { margin-top: 0.5rem; }
    caption { padding-bottom: 0.5rem; }
    .brief-number { font-weight: bold; color: var(--ink); }
    .brief-scroll { overflow-x: auto; margin: 1.25rem 0 1.75rem; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.4;
      font-variant-numeric: tabular-nums; }
    th, td { text-align: left; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0;
      border-bottom: 1px solid var(--line); }
    thead th, tr:first-child > th[scope=col] { border-bottom: 2px solid var(--ink); }
    tbody th { font-weight: 600; }
    .brief-centre { text-align: center; }
    .brief-right { text-align: right; }
    .brief-marks { font-size: 0.875em; white-space: nowrap; }
    a.brief-marks, .brief-marks a { text-decoration: none; }
    /* Outside of sentences a mark is as large as a fingertip needs. */
    :is(td, th, li, dd, caption, figcaption) :is(a.brief-marks, .brief-marks a) {
      display: inline-block; min-width: 24px; line-height: 24px; text-align: center;
      font-size: 0.875rem; }
    a.brief-marks:hover, .brief-marks a:hover { text-decoration: underline; }
    .brief-answer { margin: 1.25rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
    ul.brief-answer { list-style: none; }
    .brief-chain { font-weight: 600; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; }
    dt { font-weight: 600; grid-column: 1; }
    dd { margin: 0; grid-column: 2; }
    .brief-fault { color: var(--fault); background: var(--fault-paper); }
    div.brief-fault { border: 2px solid var(--fault); padding: 0.75rem 1rem; margin: 1.25rem 0; }
    div.brief-fault p { margin: 0 0 0.375rem; }
    .brief-picture { color: var(--quiet); font-style: italic; }
    .brief-sources ol, .brief-notes ol { padding-left: 2.25rem; font-size: 0.9375rem;
      line-height: 1.45; }
    .brief-sources ol { counter-reset: source; list-style: none; }
    .brief-sources li { counter-increment: source; position: relative; margin-bottom: 0.375rem; }
    .brief-sources li::before { content: "[" counter(source) "]"; position: absolute; left: -2.25rem;
      color: var(--quiet); }
    .brief-sources a { overflow-wrap: anywhere; }
    :target { outline: 2px solid var(--link); outline-offset: 4px; }
    footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 0.75rem; }
    @media print {
      :root { --paper: #ffffff; --ink: #000000; --quiet: #333333; --link: #000000; --line: #999999;
        --shade: #ffffff; --fault: #8a1111; --fault-paper: #ffffff; }
      @page { size: A4; margin: 15mm 17mm; }
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.36; }
      h1 { font-size: 17pt; margin-bottom: 1mm; }
      h2 { font-size: 12pt; margin: 4.5mm 0 1.5mm; }
      h3 { font-size: 10.5pt; margin: 3.5mm 0 1mm; }
      h4, h5, h6 { font-size: 9.5pt; margin: 3mm 0 1mm; }
      header { margin-bottom: 3mm; padding-bottom: 1.5mm; border-bottom-width: 1pt; }
      .brief-subtitle { font-size: 11pt; margin-bottom: 0.5mm; }
      p, ul, ol, dl, blockquote { margin-bottom: 2mm; }
      /* A list of contents without numbers of pages leads nowhere on paper. */
      .brief-skip, nav { display: none; }
      a { text-decoration: none; }
      :is(td, th, li, dd, caption, figcaption) :is(a.brief-marks, .brief-marks a) {
        display: inline; line-height: inherit; font-size: 0.875em; }
      h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
      figure, tr, .brief-whole, .brief-fault, .brief-sources li { break-inside: avoid; }
      p, li { orphans: 3; widows: 3; }
      thead { display: table-header-group; break-after: avoid; }
      figure, .brief-scroll, .brief-answer { margin: 2.5mm 0 3mm; }
      .brief-answer { padding-left: 3mm; }
      .brief-answer li { margin: 0; }
      .brief-answer > :last-child { margin-bottom: 0; }
      /* Text of figures is as large as that of tables. */
      .brief-drawing:not([style]) > svg { zoom: 0.75; }
      .brief-drawing > svg { max-height: 120mm; }
      figcaption, caption { font-size: 8.5pt; line-height: 1.3; }
      figcaption { margin-top: 1.5mm; }
      caption { padding-bottom: 1mm; }
      .brief-byline, footer, .brief-note { font-size: 8.5pt; }
      table { font-size: 8.5pt; line-height: 1.25; }
      th, td { padding: 0.6mm 3mm 0.6mm 0; border-bottom-width: 0.5pt; }
      thead th, tr:first-child > th[scope=col] { border-bottom-width: 1pt; }
      .brief-sources ol, .brief-notes ol { font-size: 7pt; line-height: 1.22; padding-left: 0; }
      .brief-sources ol { columns: 2; column-gap: 6mm; }
      .brief-sources li { padding-left: 6mm; margin-bottom: 0.5mm; }
      .brief-sources li::before { left: 0; }
      .brief-scroll, .brief-drawing, pre { overflow: visible; }
      pre { white-space: pre-wrap; border: 1px solid var(--line); }
      footer { margin-top: 3mm; padding-top: 1mm; }
      footer p { margin: 0; }
      :target { outline: none; }
    }

    """
}
