//! The look of the report: a newspaper's column, shapes that need no colour, pages that break between articles.

/// The style sheet. Nothing is fetched.
pub(super) const STYLE: &str = "\
:root{color-scheme:light}
body{margin:2rem auto;max-width:46rem;padding:0 1rem;font:1rem/1.5 Georgia,'Noto Serif',serif;color:#111;background:#fff}
h1,h2,h3{line-height:1.25;font-family:system-ui,'Noto Sans',sans-serif}
h2{margin-top:2.5rem;border-bottom:2px solid #111}
table{border-collapse:collapse;width:100%;font:.85rem/1.4 system-ui,'Noto Sans',sans-serif;margin:1rem 0}
th,td{border:1px solid #777;padding:.2rem .4rem;text-align:start;vertical-align:top;overflow-wrap:break-word}
/* What a stranger may write without a space; heads and short words are not broken. */
td.w{overflow-wrap:anywhere;min-width:6em}
td.s{overflow-wrap:anywhere;min-width:4em}
/* A day is not broken at its hyphens. */
td.d{min-width:7em}
th{background:#eee}
td.n{text-align:end;white-space:nowrap}
.facts,.legend,figcaption,footer{font:.85rem/1.4 system-ui,'Noto Sans',sans-serif;color:#333}
code{font-size:.8em;overflow-wrap:anywhere}
.text{overflow-wrap:anywhere}
.text>*{white-space:pre-wrap;margin:.6em 0}
.text>blockquote{margin-inline:2rem}
.answers{list-style:none;padding-inline-start:2em}
.claim{margin-bottom:0}
.where{font-size:.85em;color:#555}
sup+sup{margin-inline-start:.35em}
sup a{text-decoration:none;color:inherit;font:.7rem system-ui,sans-serif}
/* Days and numbers stay on a line; words and names have the room. */
.marks td:nth-child(1),.grid td:nth-child(1){text-align:end;white-space:nowrap}
.marks td:nth-child(3){width:42%}
.marks td:nth-child(4){width:30%}
.marks td,.hashes td{overflow-wrap:anywhere}
.marks td:nth-child(2){min-width:5em}
.marks td:nth-child(5){min-width:3em}
.sources td:nth-child(1){min-width:9em}
.sources td:nth-child(n+2):nth-child(-n+6){text-align:end;white-space:nowrap}
.sources td:not(:empty):nth-child(n+7){min-width:6em}
.sources td,.grid td{overflow-wrap:anywhere}
.grid td:nth-child(2){min-width:8.5em}
.grid td:nth-child(3){min-width:5em}
.grid td:not(:empty):nth-child(4){min-width:6.5em}
.grid td:not(:empty):nth-child(n+5):nth-child(-n+7){min-width:5em}
.grid td:not(:empty):last-child:nth-child(n+4){min-width:9.5em}
.m{text-decoration-line:underline;text-decoration-thickness:2px;text-decoration-skip-ink:none;text-underline-offset:2px}
.m .m{text-underline-offset:6px}
.m .m .m{text-underline-offset:10px}
svg{max-width:100%;height:auto;display:block}
svg text{font:12px system-ui,'Noto Sans',sans-serif;fill:#111}
.verdict{font-weight:bold}
@page{margin:18mm}
@media print{
body{margin:0;max-width:none;font-size:10.5pt}
article,footer{break-before:page}
h2,h3,.claim,figcaption,p.facts{break-after:avoid}
p,li{orphans:2;widows:2}
tr,figure,li,svg{break-inside:avoid}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
.m{text-decoration-color:#000!important;text-decoration-thickness:1.2px}
}";
