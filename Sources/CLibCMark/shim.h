#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

/// A parser for CommonMark with tables and footnotes; `cmark_gfm_core_extensions_ensure_registered` comes first.
static inline cmark_parser *milepost_markdown_parser(void) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  return parser;
}
