/// What a page needs to load itself anew when its workspace has changed.
enum LivePage {
  /// Below which the script and its events are served.
  static let script = "/reload.js"
  static let events = "/reload"

  /// The page with one script more, as its last element: the page itself stays as it was published.
  static func withReload(_ page: [UInt8]) -> [UInt8] {
    let tag = Array("<script src=\"\(script)\"></script>".utf8)
    let end = Array("</body>".utf8)
    guard page.count >= end.count,
      let place = (0...(page.count - end.count)).last(where: { page[$0..<($0 + end.count)].elementsEqual(end) })
    else { return page + tag }
    return page[..<place] + tag + page[place...]
  }

  /// Whether a Host header names this machine without the help of anybody's names.
  ///
  /// A page of another site could otherwise have its own name lead here, and read a plan that is not published yet.
  static func isOwn(host: String) -> Bool {
    if host.hasPrefix("[") { return true }
    let name = host.prefix { $0 != ":" }.lowercased()
    return name == "localhost" || name.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// The first event tells the publication; when the connection comes back with another one, or a new one is told, the
  /// page is loaded anew at the same place.
  static let scriptText = """
    "use strict";
    let shown = null;
    const events = new EventSource("\(events)");
    events.addEventListener("publication", (event) => {
      if (shown !== null && shown !== event.data) { location.reload(); }
      shown = event.data;
    });
    addEventListener("pagehide", () => events.close());

    """
}
