/** What a cell could hold that must stay text: each would call `ran()` if it were ever run, or ask for something elsewhere. */
const calls = [
  "<script>ran()</script>",
  '"><script>ran()</script>',
  "'><script>ran()</script>",
  "</script><script>ran()</script>",
  "</title><script>ran()</script>",
  "</textarea><script>ran()</script>",
  "</style><script>ran()</script>",
  "<ScRiPt>ran()</sCrIpT>",
  "<scr<script>ipt>ran()</scr</script>ipt>",
  "<script/x>ran()</script>",
  "<script src=//stem.example/x.js></script>",
  "<img src=x onerror=ran()>",
  '"><img src=x onerror=ran()>',
  "<img src=x onerror=ran()//",
  '<img/src="x"/onerror=ran()>',
  "<img src='x' onerror='ran()'>",
  "<IMG SRC=x ONERROR=ran()>",
  "<svg onload=ran()>",
  "<svg/onload=ran()>",
  "<svg><script>ran()</script></svg>",
  "<svg><animate onbegin=ran() attributeName=x dur=1s>",
  "<svg><set onbegin=ran() attributeName=x to=1>",
  "<svg><a href=javascript:ran()><text>x</text></a></svg>",
  "<svg><foreignObject><img src=x onerror=ran()></foreignObject></svg>",
  "<svg><use href='data:image/svg+xml,<svg id=x onload=ran() />#x'>",
  "</svg><script>ran()</script>",
  "</text><script>ran()</script>",
  "]]><script>ran()</script>",
  "<![CDATA[<script>ran()</script>]]>",
  "--><script>ran()</script>",
  "<!--<script>ran()--></script>",
  "<body onload=ran()>",
  "<details open ontoggle=ran()>",
  "</summary><details open ontoggle=ran()>",
  "<input autofocus onfocus=ran()>",
  "<select autofocus onfocus=ran()>",
  "<video><source onerror=ran()></video>",
  "<audio src=x onerror=ran()>",
  "<iframe src=javascript:ran()>",
  "<iframe srcdoc='<script>parent.ran()</script>'>",
  "<object data=javascript:ran()>",
  "<embed src=javascript:ran()>",
  "<form action=javascript:ran()><button>x</button></form>",
  "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
  "<base href=//stem.example/>",
  "<link rel=stylesheet href=//stem.example/x.css>",
  "<style>@import '//stem.example/x.css';</style>",
  "<style>*{background:url(//stem.example/x.png)}</style>",
  "<a href=javascript:ran() autofocus onfocus=ran()>x</a>",
  "<a href='jav&#x09;ascript:ran()'>x</a>",
  "[x](javascript:ran())",
  "![x](//stem.example/x.png)",
  "<javascript:ran()>",
  '" autofocus onfocus="ran()',
  "' autofocus onfocus='ran()",
  "` onmouseover=ran() `",
  '" style="animation-name:x" onanimationstart="ran()',
  `\${ran()}`,
  "{{ran()}}",
  "{{constructor.constructor('ran()')()}}",
  "<%= ran() %>",
  "```js\nran()\n```",
  "```chart fundingSplit overview.funding",
  "&lt;script&gt;ran()&lt;/script&gt;",
  "&#60;script&#62;ran()&#60;/script&#62;",
  "\\u003cscript\\u003eran()\\u003c/script\\u003e",
  "\u2028<script>ran()</script>\u2029",
  "\u202e<script>ran()</script>",
  '<div data-drawn="0"></div>',
  "<noscript><p title='</noscript><img src=x onerror=ran()>'>",
  "<template><script>ran()</script></template>",
  "<math><mtext><img src=x onerror=ran()></mtext></math>",
  "$&$`$'<script>ran()</script>",
  '=HYPERLINK("javascript:ran()","x")',
  "javascript:ran()",
];

export const hostile: readonly string[] = calls;

const IS_CODE = /^[\w.:/+-]*$/;

/** Page data with a hostile text in the place of every text for readers; codes, days and addresses stay, which contracts hold to their form. */
export function poison(data: unknown): { data: unknown; texts: number } {
  let texts = 0;
  const walk = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") {
      if (IS_CODE.test(value) || key === "url" || key === "load_id") return value;
      texts += 1;
      return hostile[texts % hostile.length];
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, walk(of, name)]));
  };
  return { data: walk(data), texts };
}
