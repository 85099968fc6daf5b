/// The places of a longest common subsequence of two sequences, in order.
///
/// By the table of lengths of common ends, after what is equal at both ends is set aside.
func longestCommon<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [(old: Int, new: Int)] {
  var start = 0
  while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
  var tail = 0
  while tail < old.count - start, tail < new.count - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
    tail += 1
  }
  let (rows, columns) = (old.count - start - tail, new.count - start - tail)
  var lengths = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
  func place(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }
  for row in (0..<rows).reversed() {
    for column in (0..<columns).reversed() {
      lengths[place(row, column)] =
        old[start + row] == new[start + column]
        ? lengths[place(row + 1, column + 1)] + 1
        : max(lengths[place(row + 1, column)], lengths[place(row, column + 1)])
    }
  }
  var pairs = (0..<start).map { (old: $0, new: $0) }
  var (row, column) = (0, 0)
  while row < rows, column < columns {
    if old[start + row] == new[start + column] {
      pairs.append((start + row, start + column))
      (row, column) = (row + 1, column + 1)
    } else if lengths[place(row + 1, column)] >= lengths[place(row, column + 1)] {
      row += 1
    } else {
      column += 1
    }
  }
  return pairs + (0..<tail).reversed().map { (old: old.count - 1 - $0, new: new.count - 1 - $0) }
}
