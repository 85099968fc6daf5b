import MilepostFormats

/// The files of a small complete workspace to start from.
///
/// - Parameter name: of the organisation or plan.
package func starter(name: String) -> [(path: String, text: String)] { starterWorkspace(name: name) }
