import MilepostStore

extension Answer {
  /// The value of a header, whatever the case of its name.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// Gives a header this value, in the place of what it had.
  mutating func set(_ name: String, _ value: String) {
    remove(name)
    headers.append(Header(name, value))
  }

  mutating func remove(_ name: String) { headers.removeAll { $0.name.lowercased() == name.lowercased() } }

  /// Adds a name to those that Vary lists.
  mutating func vary(on name: String) {
    guard let listed = header("Vary") else { return set("Vary", name) }
    let names = listed.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
    if !names.contains(name.lowercased()) { set("Vary", "\(listed), \(name)") }
  }

  /// The media type without its parameters, in small letters.
  var mediaType: String? { header("Content-Type")?.prefix { $0 != ";" }.lowercased() }

  static func text(_ status: Int, _ text: String, type: String = "text/plain; charset=utf-8") -> Answer {
    Answer(status, [Header("Content-Type", type)], .bytes(Array(text.utf8)))
  }

  /// To an address below which nothing is.
  package static let notThere = Problem(404, "There is nothing at this address.").answer

  static func json(_ bytes: [UInt8], _ headers: [Header] = []) -> Answer {
    Answer(200, [Header("Content-Type", "application/json")] + headers, .bytes(bytes))
  }
}

extension PublicationRecord {
  /// By which people say later what they saw: `2, 2025-07-01T12:00:00.000Z, sha256:…`.
  var header: Answer.Header {
    Answer.Header("Milepost-Publication", "\(id.number), \(published), sha256:\(hash.text)")
  }
}
