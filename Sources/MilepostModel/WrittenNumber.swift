/// A number as somebody wrote it, with what its digits and the words around it leave open.
package struct WrittenNumber: Hashable, Sendable {
  /// As it stands in the file: `over 900`.
  package let text: String
  /// The number itself: 900.
  package let value: Double
  /// The least and the greatest number that it can stand for; equal where it is exact.
  package let bounds: ClosedRange<Double>

  package init(_ text: String, _ value: Double, bounds: ClosedRange<Double>) {
    self.text = text
    self.value = value
    self.bounds = bounds
  }

  /// An exact number.
  package init(_ text: String, exactly value: Double) { self.init(text, value, bounds: value...value) }
}
