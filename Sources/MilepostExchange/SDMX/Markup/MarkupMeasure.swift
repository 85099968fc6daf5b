extension MarkupBytes {
  /// What a measure says: a number where that loses nothing.
  var measure: SDMX.MeasureValue {
    // Only there until the reader goes on, which is after this.
    let span = Span(_unsafeElements: bytes)
    if let (value, end) = SDMX.CSVNumber.read(span, from: 0), end == count { return .number(value) }
    return SDMX.MeasureValue(written: text)
  }
}
