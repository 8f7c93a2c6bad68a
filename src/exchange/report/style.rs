//! The look of the report: a newspaper's column, shapes that need no colour, pages that break between articles.

/// The style sheet. Nothing is fetched.
pub(super) const STYLE: &str = "\
:root{color-scheme:light}
body{margin:2rem auto;max-width:46rem;padding:0 1rem;font:1rem/1.5 Georgia,'Noto Serif',serif;color:#111;background:#fff}
h1,h2,h3{line-height:1.25;font-family:system-ui,'Noto Sans',sans-serif}
h2{margin-top:2.5rem;border-bottom:2px solid #111}
table{border-collapse:collapse;width:100%;font:.85rem/1.4 system-ui,'Noto Sans',sans-serif;margin:1rem 0}
th,td{border:1px solid #777;padding:.2rem .4rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
th{background:#eee}
td.n{text-align:end;white-space:nowrap}
.facts,.legend,figcaption,footer{font:.85rem/1.4 system-ui,'Noto Sans',sans-serif;color:#333}
code{font-size:.8em;overflow-wrap:anywhere}
.text{overflow-wrap:anywhere;white-space:pre-wrap}
.text blockquote{margin-inline:2rem}
sup a{text-decoration:none;color:inherit;font:.7rem system-ui,sans-serif}
.m{text-decoration-line:underline;text-decoration-thickness:2px;text-decoration-skip-ink:none;text-underline-offset:2px}
.m .m{text-underline-offset:6px}
.m .m .m{text-underline-offset:10px}
.solid{text-decoration-style:solid}.double{text-decoration-style:double}.dotted{text-decoration-style:dotted}
.wavy{text-decoration-style:wavy}.dashed{text-decoration-style:dashed}
svg{max-width:100%;height:auto;display:block}
svg text{font:12px system-ui,'Noto Sans',sans-serif;fill:#111}
.verdict{font-weight:bold}
@page{margin:18mm}
@media print{
body{margin:0;max-width:none;font-size:10.5pt}
section,article{break-before:page}
h2,h3{break-after:avoid}
tr,figure,li,svg{break-inside:avoid}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
.m{text-decoration-color:#000!important}
}";
