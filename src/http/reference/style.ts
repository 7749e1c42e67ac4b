/** The look of the reference: system fonts, light and dark by the reader's wish, one column where it is narrow. */
export const STYLE = `:root{color-scheme:light dark;--ink:#1b2430;--dim:#55606e;--line:#d5dae0;--ground:#fff;--tint:#f4f6f8;--link:#0b4f8a}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaef;--dim:#a3adb9;--line:#343c46;--ground:#14181d;--tint:#1c2229;--link:#7db8ee}}
*{box-sizing:border-box}
html{font:14px/1.5 system-ui,sans-serif;scroll-padding-top:16px}
body{margin:0;display:grid;grid-template-columns:300px minmax(0,1fr);color:var(--ink);background:var(--ground)}
nav{position:sticky;top:0;height:100vh;overflow-y:auto;padding:16px;border-right:1px solid var(--line);background:var(--tint)}
nav h2{font-size:14px;margin:16px 0 4px}
nav ul{list-style:none;margin:0;padding:0}
nav a{display:flex;padding:3px 4px;font-size:13px;min-height:24px;color:inherit;text-decoration:none;overflow-wrap:anywhere}
nav a:hover{text-decoration:underline}
nav summary{font-weight:600;min-height:24px;cursor:pointer}
main{padding:24px 32px;max-width:1040px}
h1{font-size:27px;margin:0 0 8px}
h2{font-size:18px;margin:0 0 4px}
h3{font-size:14px;margin:16px 0 4px}
h4{font-size:14px;font-weight:400;color:var(--dim);margin:8px 0 4px}
p{margin:0 0 8px;max-width:72ch}
a{color:var(--link)}
code,pre{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
td:first-child code{overflow-wrap:normal}
pre{overflow-x:auto;margin:12px 0 0;padding:12px;border:1px solid var(--line);border-radius:4px;background:var(--tint)}
.version,.may,.scope{color:var(--dim);font-weight:400}
.scope,.may{font-size:12px}
.scope{margin-left:8px;white-space:nowrap}
.method{display:inline-block;flex:none;min-width:52px;font:600 12px/1.5 ui-monospace,Menlo,Consolas,monospace;color:var(--dim)}
.tag{font-size:22px;margin:40px 0 4px}
.operation,.part{padding:20px 0;border-top:1px solid var(--line)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:6px 16px 6px 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--dim)}
td:last-child,th:last-child{padding-right:0}
td{min-width:96px}
details{margin-top:8px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;padding:8px;background:var(--ground);z-index:1}
@media (max-width:800px){body{display:block}nav{position:static;height:auto;max-height:30vh;border-right:0;border-bottom:1px solid var(--line)}main{padding:16px}.scope{margin-left:0}}
@media print{nav,.skip{display:none}body{display:block}}
`;
