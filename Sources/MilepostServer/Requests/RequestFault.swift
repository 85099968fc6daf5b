/// Why a request is not answered as it was asked.
///
/// The numbers are those of the SDMX REST standard (1.5 and 2.x, "Error handling").
struct RequestFault: Error, Equatable {
  enum Kind: Hashable, CaseIterable {
    /// The address is right, and there is nothing there now.
    case noResults
    /// Too much was asked for at once.
    case tooLarge
    case syntax
    /// Understood, and contradicting itself or the structure of the data.
    case semantic
    /// No such artefact, page or resource.
    case unknownResource
    /// The client takes none of the formats that there are.
    case notAcceptable
    case addressTooLong
    case tooManyRequests
    case notImplemented
    case internalError
    case unavailable
  }

  let kind: Kind
  /// A sentence for the person who asked.
  let message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  static func syntax(_ message: String) -> RequestFault { RequestFault(.syntax, message) }
  static func semantic(_ message: String) -> RequestFault { RequestFault(.semantic, message) }
}

extension RequestFault.Kind {
  /// The code of SDMX messages.
  var code: Int {
    switch self {
    case .noResults, .unknownResource: 100
    case .tooLarge: 130
    case .syntax, .notAcceptable, .addressTooLong: 140
    case .semantic: 150
    case .internalError: 500
    case .notImplemented: 501
    case .unavailable, .tooManyRequests: 503
    }
  }

  /// Of HTTP. A request that is understood and cannot be meant is 403 in version 1 and 422 in version 2.
  func status(_ version: InterfaceVersion) -> Int {
    switch self {
    case .noResults: version == .v1 ? 404 : 204
    case .unknownResource: 404
    case .tooLarge: 413
    case .syntax: 400
    case .semantic: version == .v1 ? 403 : 422
    case .notAcceptable: 406
    case .addressTooLong: 414
    case .tooManyRequests: 429
    case .internalError: 500
    case .notImplemented: 501
    case .unavailable: 503
    }
  }
}

/// The two interfaces of SDMX REST, each below an address of its own.
enum InterfaceVersion: Hashable, Sendable {
  /// SDMX REST 1.5, the interface of SDMX 2.1.
  case v1
  /// SDMX REST 2.x, the interface of SDMX 3.
  case v2
}
