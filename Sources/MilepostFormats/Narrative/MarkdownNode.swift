import CLibCMark

/// A node of the tree that cmark-gfm makes; alive as long as its document.
struct MarkdownNode {
  enum Kind: String {
    case document, paragraph, heading, list, item, table
    case quotation = "block_quote"
    case codeBlock = "code_block"
    case htmlBlock = "html_block"
    case rule = "thematic_break"
    case footnote = "footnote_definition"
    case headRow = "table_header"
    case row = "table_row"
    case cell = "table_cell"
    case text
    case softBreak = "softbreak"
    case lineBreak = "linebreak"
    case code
    case html = "html_inline"
    case emphasis = "emph"
    case strong, link, image
    case footnoteReference = "footnote_reference"
  }

  private let node: OpaquePointer

  init(_ node: OpaquePointer) { self.node = node }

  var kind: Kind {
    // The library has no words for these two.
    switch cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: break
    }
    guard let name = cmark_node_get_type_string(node), let kind = Kind(rawValue: String(cString: name)) else {
      preconditionFailure("cmark-gfm made a node of a kind that was not asked for")
    }
    return kind
  }

  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(MarkdownNode(child))
      next = cmark_node_next(child)
    }
    return children
  }

  /// The text of leaves.
  var literal: String { text(cmark_node_get_literal(node)) }

  /// Where a link or picture leads.
  var address: String { text(cmark_node_get_url(node)) }
  /// What stands in quotes behind the address.
  var title: String { text(cmark_node_get_title(node)) }

  var level: Int { Int(cmark_node_get_heading_level(node)) }

  var isOrdered: Bool { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(node)) }
  var isTight: Bool { cmark_node_get_list_tight(node) == 1 }

  /// From 1; columns in bytes.
  var start: (line: Int, column: Int) {
    (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
  }
  var endLine: Int { Int(cmark_node_get_end_line(node)) }

  /// `l`, `c`, `r` or 0 for each column of a table.
  var alignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let first = cmark_gfm_extensions_get_table_alignments(node) else {
      return [UInt8](repeating: 0, count: count)
    }
    return Array(UnsafeBufferPointer(start: first, count: count))
  }

  private func text(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return String() }
    return String(cString: text)
  }

  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses a text and hands its document over, which ends with the call.
  static func withDocument<Result>(of bytes: [UInt8], _ use: (MarkdownNode) -> Result) -> Result {
    precondition(isReady)
    guard let parser = milepost_markdown_parser() else { preconditionFailure("no memory for a Markdown parser") }
    defer { cmark_parser_free(parser) }
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let document = cmark_parser_finish(parser) else { preconditionFailure("no memory for a Markdown document") }
    defer { cmark_node_free(document) }
    return use(MarkdownNode(document))
  }
}
