/** The copy's own style: light paper, system fonts, A4 in print, one column on phones; a radio button shows its language. */
export const copyStyle = `:root{color-scheme:light}*{box-sizing:border-box;margin:0}body{background:#FCFCFA;color:#14191C;font:14px/1.6 system-ui,sans-serif;max-width:960px;margin:0 auto;padding:24px}
:lang(zh-CN){font-family:system-ui,"PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif}:lang(ja){font-family:system-ui,"Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP",sans-serif}
input[name=l]{position:absolute;opacity:0}nav{display:flex;gap:8px;justify-content:flex-end}nav label{border:1px solid #858D90;border-radius:4px;padding:6px 12px;cursor:pointer}
main{display:none}#l-zh-CN:checked~#s-zh-CN,#l-ja:checked~#s-ja,#l-en:checked~#s-en{display:block}
#l-zh-CN:checked~nav [for=l-zh-CN],#l-ja:checked~nav [for=l-ja],#l-en:checked~nav [for=l-en]{background:#14191C;color:#FCFCFA}
#l-zh-CN:focus-visible~nav [for=l-zh-CN],#l-ja:focus-visible~nav [for=l-ja],#l-en:focus-visible~nav [for=l-en]{outline:2px solid #14191C;outline-offset:2px}
h1{font-size:24px;line-height:1.4;margin-top:16px}h2{font-size:16px;border-top:1px solid #20272B;padding-top:10px;margin-top:28px}.lede,.note,small{color:#5F686D}small{display:block;font-size:12px;font-weight:400}
.example{background:#FFF6DC;color:#553E00;border:1px solid #A07A1A;padding:8px 12px;margin:16px 0}.chip{font-size:12px;border:1px solid #858D90;border-radius:2px;padding:0 5px;font-weight:400;white-space:nowrap}.chip.ex{background:#FFF6DC;color:#553E00;border-color:#A07A1A}
.head{display:grid;grid-template-columns:repeat(3,1fr);gap:16px;margin-top:20px}.head b{font-size:28px;line-height:1.3;display:block;font-weight:600}.head dt{font-weight:600}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{text-align:left;padding:8px 12px 8px 0;border-bottom:1px solid #DADDD8;vertical-align:top}thead th{font-size:12px;color:#5F686D;font-weight:400;border-color:#20272B}.r{text-align:right}.group th,.group td{font-weight:600;background:#F0F1ED}tbody tr:not(.group) th{font-weight:500}
.scroll{overflow-x:auto}figure{margin:20px 0;break-inside:avoid}img{width:100%;height:auto;display:block}.tall{display:none}
@media screen and (max-width:599px){.wide{display:none}.tall{display:block}body{padding:16px}.head{grid-template-columns:1fr;gap:12px}.head b{font-size:24px}h1{font-size:20px}}
@page{size:A4;margin:18mm}@media print{body{max-width:none;padding:0;background:#fff}nav{display:none}tr{break-inside:avoid}h2{break-after:avoid}}`;
