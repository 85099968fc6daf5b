/// Codes that are meant in each dimension, in the order of the structure.
struct KeyPattern: Hashable {
  /// nil: any code.
  let slots: [Set<String>?]

  /// Any key.
  static let all = KeyPattern(slots: [])

  init(slots: [Set<String>?]) { self.slots = slots }

  /// Version 1: `A.KEN+UGA.`, a slot for each dimension, an empty one for any code; `all` or nothing for any key.
  init(v1 text: String) throws(RequestFault) {
    guard !text.isEmpty, text != "all" else {
      self = .all
      return
    }
    var slots: [Set<String>?] = []
    for slot in text.split(separator: ".", omittingEmptySubsequences: false) {
      let codes = slot.split(separator: "+", omittingEmptySubsequences: false)
      guard !slot.isEmpty else {
        slots.append(nil)
        continue
      }
      guard codes.allSatisfy({ !$0.isEmpty }) else { throw .syntax("'\(slot)' in the key has an empty code.") }
      slots.append(Set(codes.map(String.init)))
    }
    self.slots = slots
  }

  /// Version 2: `A.KEN.*`, `*` for any code, what is left out at the end too; other keys behind commas.
  static func list(v2 text: String) throws(RequestFault) -> [KeyPattern] {
    var keys: [KeyPattern] = []
    for key in text.split(separator: ",", omittingEmptySubsequences: false) {
      var slots: [Set<String>?] = []
      for slot in key.split(separator: ".", omittingEmptySubsequences: false) {
        guard !slot.isEmpty else { throw .syntax("Key '\(key)' has an empty code; '*' stands for any.") }
        guard !slot.contains("+") else {
          throw .syntax("'+' joins no codes in a key of version 2; write keys with ',' between them, or c[…]=A,B.")
        }
        slots.append(slot == "*" ? nil : [String(slot)])
      }
      keys.append(KeyPattern(slots: slots))
    }
    return keys
  }

  /// Whether the pattern has a slot for each dimension, or in version 2 at most that.
  func fits(_ dimensions: Int, _ interface: InterfaceVersion) throws(RequestFault) {
    guard !slots.isEmpty else { return }
    if interface == .v1 ? slots.count == dimensions : slots.count <= dimensions { return }
    throw .syntax("The key has \(slots.count) codes, and the data \(dimensions) dimensions besides time.")
  }

  func matches(_ codes: some Sequence<String>) -> Bool {
    zip(slots, codes).allSatisfy { slot, code in slot?.contains(code) ?? true }
  }
}
