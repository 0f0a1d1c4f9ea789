"""Text that tries to be code: template, markup, script, formula, direction, escape."""

PROBES = (
    "{{6*7*11}}", "{% raise %}", "{# note #}", "{{ this.get_root() }}", "${1}", "${alert(1)}",
    "`tick`", "</script><script>window.ran=1</script>", "<!--", "]]>", "<![CDATA[",
    "<img src=x onerror='window.ran=1'>", "<svg onload=window.ran=1>", "<b>bold</b>",
    "javascript:window.ran=1", '" onmouseover="window.ran=1', "' or 1=1", "&lt;b&gt;", "&amp;",
    "\\u003cscript\\u003e", "\u2028line\u2029", "\u202eevil\u202c", "\u200bzero", "%s %(x)s {0}",
    "![x](http://example.invalid/x.png)", "[link](http://example.invalid)", "مرحبا {{1}}",
    '=HYPERLINK("http://example.invalid")',
)  # fmt: skip
