/// The headers that every answer has, errors included.
package enum StandardHeaders {
  /// Pages load nothing from elsewhere and run no script but the site's own files.
  ///
  /// The page for lost readers states the root of the site as its base, which must be the site itself.
  static let pagePolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'
    """

  /// A drawing that is opened by itself has its styles in it, and nothing to run.
  static let drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"

  static let dataPolicy = "default-src 'none'; frame-ancestors 'none'"

  package static let security: [Answer.Header] = [
    Answer.Header("X-Content-Type-Options", "nosniff"),
    Answer.Header("Referrer-Policy", "strict-origin-when-cross-origin"),
    Answer.Header(
      "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
  ]

  /// Adds them where the answer does not have them.
  static func add(to answer: inout Answer, isOpen: Bool) {
    let policy =
      switch answer.mediaType {
      case "text/html": pagePolicy
      case "image/svg+xml": drawingPolicy
      default: dataPolicy
      }
    for header in [Answer.Header("Content-Security-Policy", policy)] + security where answer.header(header.name) == nil
    {
      answer.headers.append(header)
    }
    guard isOpen else { return }
    for header in sharing where answer.header(header.name) == nil { answer.headers.append(header) }
  }

  /// Scripts of any site may read published data.
  private static let sharing: [Answer.Header] = [
    Answer.Header("Access-Control-Allow-Origin", "*"),
    Answer.Header(
      "Access-Control-Expose-Headers", "Content-Language, ETag, Last-Modified, Link, Milepost-Publication, Retry-After"),
  ]

  /// What a browser wants to know before a script of another site asks.
  static let preflight: [Answer.Header] = [
    Answer.Header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
    Answer.Header(
      "Access-Control-Allow-Headers", "Accept, Accept-Language, If-Modified-Since, If-None-Match, X-Requested-With"),
    Answer.Header("Access-Control-Max-Age", "86400"),
  ]
}
