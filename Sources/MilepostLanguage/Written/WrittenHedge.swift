/// What the words around a number do to it.
enum WrittenHedge: Hashable, Sendable {
  /// `over`, `more than`.
  case above
  /// `nearly`, `less than`.
  case below
  /// `about`, `close to`.
  case around
  case atLeast
  case atMost
  /// `exactly`: as without a word.
  case exactly
}
