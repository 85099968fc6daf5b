import MilepostModel
import Testing

@Suite struct TodoItemTests {
  private static func day(_ year: Int) -> CalendarDate? { CalendarDate(year: year, month: 10, day: 31) }

  private static let inOrder: [TodoItem] = [
    TodoItem(owner: nil, element: .target(.init("3.5")), need: .action, due: day(2020)),
    TodoItem(owner: nil, element: .indicator(.init("a")), need: .action, due: day(2021)),
    TodoItem(owner: nil, element: .target(.init("1.2")), need: .response(.missed), due: nil),
    TodoItem(owner: nil, element: .target(.init("1.1")), need: .newerData(.init(year: 2019), maximumAge: 3), due: nil),
    TodoItem(owner: nil, element: .target(.init("2.9")), need: .data, due: nil),
    TodoItem(owner: nil, element: .target(.init("2.10")), need: .data, due: nil),
    TodoItem(owner: nil, element: .outcome(.init("R.1-a")), need: .data, due: nil),
    TodoItem(owner: nil, element: .indicator(.init("a")), need: .data, due: nil),
    TodoItem(owner: nil, element: .outcome(.init("R.1-b")), need: .measure, due: nil),
  ]

  @Test func `what has a day comes first, then what matters most`() {
    #expect(Self.inOrder.reversed().sorted { $0.isMoreUrgent(than: $1) } == Self.inOrder)
  }

  @Test func `nothing is more urgent than itself`() {
    for item in Self.inOrder { #expect(!item.isMoreUrgent(than: item)) }
  }
}
