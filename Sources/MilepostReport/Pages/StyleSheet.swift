/// The one style sheet of the site; light and dark, screen and paper.
let styleSheet = """
  :root{--page:#fbfaf7;--surface:#fff;--ink:#16202b;--second:#4a5663;--link:#0b5a8f;--context:#868f98;--axis:#7a8591;
  --rule:#d9d5cb;--fan50:#c3d9eb;--fan80:#dce8f2;--fan-edge:#2e86c8;--c1:#0b5a8f;--c2:#c2390b;--c3:#5a0f3a;
  --achieved:#0a3d73;--on-track:#2e86c8;--at-risk:#bf7f00;--off-track:#b5330a;--missed:#7a2208;--moving-away:#5a0f3a;
  --none:#6b7580;--serif:Charter,"Bitstream Charter","Charis SIL","Sitka Text",Cambria,serif;
  --sans:Arial,"Liberation Sans",Arimo,Helvetica,sans-serif;color-scheme:light dark}
  @media (prefers-color-scheme:dark){:root{--page:#10161d;--surface:#18212b;--ink:#edf1f4;--second:#aeb9c4;--link:#7cc0ee;
  --context:#6f7c89;--axis:#7f8c99;--rule:#2e3a46;--fan50:#22405a;--fan80:#1a2c3d;--fan-edge:#3d97e0;--c1:#7cc0ee;
  --c2:#ee6a36;--c3:#d98cb9;--achieved:#b5dafb;--on-track:#3d97e0;--at-risk:#f5be3d;--off-track:#ee6a36;
  --missed:#c9501f;--moving-away:#b8447f;--none:#8a96a2}}
  *{box-sizing:border-box}
  html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
  body{margin:0;background:var(--page);color:var(--ink);font:17px/1.55 var(--sans)}
  header,main,footer{max-width:1232px;padding:0 24px}
  h1,h2,h3{font-family:var(--serif);line-height:1.15;font-weight:700;overflow-wrap:break-word}
  :lang(ru) h1,:lang(ru) h2,:lang(ru) h3{font-family:"PT Serif","Charis SIL",Cambria,serif}
  h1{font-size:40px;max-width:26em;margin:8px 0 32px;text-wrap:balance}
  main h1{font-size:clamp(28px,3.2vw,40px)}
  main .answer{font-size:28px;line-height:1.25;max-width:34em}
  h2{font-size:28px;margin:56px 0 16px}
  h3{font-size:21px;margin:40px 0 8px}
  p{margin:0 0 16px;max-width:66ch}
  a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
  a:hover{text-decoration-thickness:2px}
  :focus-visible{outline:3px solid var(--link);outline-offset:2px}
  .skip{position:absolute;inset-inline-start:-999em}
  .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
  .skip:focus{inset-inline-start:24px;top:8px;background:var(--surface);padding:8px 16px;z-index:1}
  header{padding-top:24px;display:flex;flex-wrap:wrap;gap:4px 32px;align-items:baseline}
  header p,header ul{margin:0}
  .site{font:700 21px/1.3 var(--serif)}
  .site a{color:var(--ink);text-decoration:none}
  header ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 20px;font-size:15px}
  header li a{display:inline-block;padding:8px 0;text-decoration:none}
  header li a[aria-current]{color:var(--ink);font-weight:700;box-shadow:0 2px var(--ink)}
  .edition{color:var(--second);font-size:15px;margin-inline-start:auto}
  main{padding-top:32px;padding-bottom:64px}
  footer{border-top:1px solid var(--rule);margin-top:32px;padding-top:16px;padding-bottom:48px;color:var(--second);
  font-size:13px}
  footer p{max-width:none}
  .trail ol{list-style:none;margin:0 0 24px;padding:0;display:flex;flex-wrap:wrap;font-size:15px}
  .trail a{display:inline-block;padding:4px 0}
  .trail li+li:before{content:"/";color:var(--second);margin:0 10px}
  .over{color:var(--second);margin-bottom:8px;max-width:none}
  .over .status{color:var(--ink);margin-inline-end:16px}
  .lead{font:21px/1.45 var(--serif)}
  .key{color:var(--second);font-size:13px}
  .status{display:inline-flex;align-items:center;gap:7px;font-weight:700;vertical-align:-2px}
  .set{display:block;color:var(--ink);font-size:15px;line-height:1.35}
  .over .set{display:inline-block;margin-inline-end:16px}
  .mark{flex:none;display:block}
  .cut{fill:none;stroke:var(--page);stroke-width:2}
  .s-achieved,.s-improving{color:var(--achieved)}
  .s-on-track{color:var(--on-track)}
  .s-at-risk{color:var(--at-risk)}
  .s-off-track,.s-worsening{color:var(--off-track)}
  .s-missed{color:var(--missed)}
  .s-moving-away{color:var(--moving-away)}
  .s-stable,.s-benchmarked,.s-not-measured,.s-not-measurable{color:var(--none)}
  [dir=rtl] .mark.s-on-track,[dir=rtl] .mark.s-moving-away,[dir=rtl] .road{transform:scaleX(-1)}
  [dir=rtl] .road text{transform:scaleX(-1);transform-box:fill-box;transform-origin:center}
  [dir=rtl] svg text{direction:ltr;unicode-bidi:plaintext}
  .marks,.counts,.trouble,.roads,.plain,.downloads,.yes-no{list-style:none;margin:0;padding:0}
  .marks{display:flex;flex-wrap:wrap;gap:4px}
  .marks a{display:flex;flex-direction:column;align-items:center;gap:4px;width:44px;padding:7px 0 4px;color:var(--second);
  text-decoration:none;font-size:13px;line-height:1.2;border-top:1px solid var(--rule)}
  .marks .mark{width:22px;height:22px}
  .counts{display:flex;flex-wrap:wrap;gap:4px 28px;margin:16px 0 8px;font-size:15px}
  .yes-no{display:flex;flex-wrap:wrap;gap:12px 20px;margin:8px 0 16px;font-size:13px}
  .yes-no li{display:flex;flex-direction:column;align-items:center;gap:4px;min-width:40px}
  .yes-no b{font-weight:400;color:var(--second)}
  .trouble p{margin:0;max-width:none;font-size:15px}
  .trouble li{padding:8px 0;border-top:1px solid var(--rule);display:grid;
  grid-template-columns:160px minmax(0,1fr);gap:0 16px}
  .roads li{display:grid;grid-template-columns:minmax(0,1fr) 300px 165px 215px;gap:0 24px;align-items:center;
  padding:8px 0;border-top:1px solid var(--rule)}
  .roads p{margin:0;max-width:none;font-size:15px;line-height:1.35}
  .roads .name a{color:var(--ink);text-decoration:none}
  .roads .name a:hover{text-decoration:underline}
  .roads .name b{color:var(--second);margin-inline-end:4px}
  .roads .value{font-variant-numeric:tabular-nums lining-nums}
  .goal h3 a,.goal h2 a{color:var(--ink);text-decoration-color:var(--axis)}
  .road text{font:13px var(--sans);fill:var(--second)}
  .road,.spark{display:block;max-width:100%;height:auto}
  .lane{stroke:var(--axis);stroke-width:1;fill:none}
  .unmet{stroke-dasharray:5 4}
  .arrow{fill:currentColor}
  .goes-on{fill:none;stroke-width:1.5}
  .further{stroke:currentColor}
  .way{stroke:currentColor;stroke-width:3;fill:none}
  .post{stroke:var(--ink);stroke-width:2;fill:none}
  .due{stroke:var(--ink);stroke-width:1.5;fill:none}
  .now{fill:currentColor;stroke:var(--page);stroke-width:1.5}
  .fan80{fill:var(--fan80)}
  .fan50{fill:var(--fan50)}
  rect.fan80{stroke:var(--fan-edge);stroke-width:1}
  .fan-edge{fill:none;stroke:var(--fan-edge);stroke-width:1}
  .goes-on.fan-edge{stroke-width:1.5}
  .middle-line{fill:none;stroke:var(--fan-edge);stroke-width:1.5;stroke-dasharray:1 3;stroke-linecap:round}
  figure{margin:0}
  figcaption{font-size:15px;margin-bottom:8px;line-height:1.35}
  figcaption b{font-size:17px}
  figcaption span{color:var(--second);display:block}
  .chart{display:block;width:100%;height:auto;max-width:760px;overflow:visible;font:13px var(--sans)}
  .chart text{fill:var(--ink);font-variant-numeric:tabular-nums lining-nums}
  .tall{display:none}
  .chart .axis,.chart .note{fill:var(--second)}
  .middle{text-anchor:middle}
  .end{text-anchor:end}
  .strong{font-weight:700}
  .chart .label{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round}
  .grid{stroke:var(--rule);stroke-width:1;fill:none}
  .base{stroke:var(--axis);stroke-width:1;fill:none}
  .break{stroke:var(--axis);stroke-width:1;stroke-dasharray:2 3;fill:none}
  .line{fill:none;stroke-width:2.5;stroke-linejoin:round}
  .line.dash{stroke-dasharray:5 4}
  .line.c2{stroke-dasharray:6 3}
  .line.c3{stroke-dasharray:2 2}
  .line.c0,.line.c4{stroke-width:1.25}
  .dot,.hollow{stroke-width:2}
  .hollow{fill:var(--page)}
  .cross,.part-imputed{stroke-width:2;fill:none}
  .part-imputed{stroke-width:1}
  .c0{stroke:var(--context)}
  .c1{stroke:var(--c1)}
  .c2{stroke:var(--c2)}
  .c3{stroke:var(--c3)}
  .c4{stroke:var(--context)}
  .dot.c1{fill:var(--c1)}
  .dot.c2{fill:var(--c2)}
  .chart .t1{fill:var(--c1)}
  .chart .t2{fill:var(--c2)}
  .chart .t3{fill:var(--c3)}
  .chart .t4{fill:var(--second)}
  .earlier-dot{fill:var(--context)}
  .earlier{fill:none;stroke:var(--context);stroke-width:1.25}
  .target-line{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:1.5 4;stroke-linecap:round;fill:none}
  .plain-projection{fill:none;stroke:var(--second);stroke-width:1.5;stroke-dasharray:1 4;stroke-linecap:round}
  .end-dot{fill:var(--page);stroke-dasharray:none}
  .needed-line{stroke:var(--second);stroke-width:1.25;stroke-dasharray:7 4;fill:none}
  .split{display:grid;grid-template-columns:minmax(0,760px) minmax(0,1fr);gap:24px 48px;align-items:start}
  dl{margin:0}
  dd{margin:0}
  .ledger div{padding:8px 0;border-top:1px solid var(--rule)}
  .ledger dt,.facts dt{color:var(--second);font-size:13px}
  .ledger dd{font-variant-numeric:tabular-nums lining-nums;line-height:1.4}
  .facts div{padding:8px 0;border-top:1px solid var(--rule);display:grid;grid-template-columns:220px minmax(0,66ch);
  gap:0 24px}
  .facts dt{font-size:15px}
  .coverage,.chance{display:block;margin:4px 0;max-width:100%}
  .frame{fill:none;stroke:var(--axis)}
  .part1{fill:var(--c1)}
  .part2{fill:var(--on-track)}
  .part3{fill:var(--fan50)}
  .full{fill:var(--c1)}
  .empty{fill:none;stroke:var(--axis);stroke-width:1.5}
  .ledger .coverage+span{font-size:15px;color:var(--second)}
  .formula{font-size:15px;border-inline-start:3px solid var(--rule);padding-inline-start:16px;max-width:80ch}
  .comment{border-inline-start:3px solid var(--link);padding-inline-start:16px}
  .none{color:var(--second)}
  .scroll{overflow-x:auto;margin:0 0 16px;max-width:100%}
  table{border-collapse:collapse;font-size:15px;line-height:1.35;font-variant-numeric:tabular-nums lining-nums}
  caption{text-align:start;color:var(--second);padding:0 0 8px}
  caption span{position:sticky;inset-inline-start:0;display:inline-block;max-width:min(66ch,calc(100vw - 48px))}
  th,td{text-align:start;padding:8px 24px 8px 0;border-top:1px solid var(--rule);vertical-align:top;font-weight:400}
  thead th{font-weight:700;border-top:0;vertical-align:bottom}
  tbody th{min-width:10em}
  .n{text-align:end;white-space:nowrap;position:relative}
  td small{display:block;color:var(--second);font-size:13px;white-space:normal}
  .downloads li{padding:4px 0}
  code{font-size:.92em}
  @media (max-width:1100px){.roads li{grid-template-columns:minmax(0,1fr) 320px;grid-auto-flow:row}
  .roads .value{grid-column:1}.roads .word{grid-column:2}}
  @media (max-width:900px){.split{grid-template-columns:minmax(0,1fr)}}
  @media (max-width:720px){header,main,footer{padding-left:16px;padding-right:16px}.edition{margin-inline-start:0}
  h2{font-size:21px;margin-top:40px}.roads li{grid-template-columns:minmax(0,1fr)}
  .roads .value,.roads .word{grid-column:1}.wide{display:none}.tall{display:block}
  .trouble li,.facts div{grid-template-columns:minmax(0,1fr)}.lead{font-size:17px}}
  @page{size:A4;margin:24mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt Arial,sans-serif}}
  @media print{:root{--page:#fff}header nav,.skip,.trail,.downloads{display:none}body{font-size:10.5pt}
  header,main,footer{padding-left:0;padding-right:0}header{padding-top:0}
  figure,tr,dl div,.roads li,.trouble li,.part h3,.squares{break-inside:avoid}h1,h2,h3,caption,figcaption{break-after:avoid}
  thead{display:table-header-group}.scroll{overflow:visible}p{orphans:3;widows:3}
  .split{grid-template-columns:minmax(0,1fr)}.ledger{columns:2;column-gap:32px}}

  """
