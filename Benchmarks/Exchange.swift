import Foundation

@testable import MilepostExchange
@testable import MilepostModel

/// Measures one reading or writing of a file, in CPU seconds.
///
/// usage: exchange markup FILE OUTPUT, which writes structure-specific data again; exchange sheet FILE
func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

func report(_ what: String, _ count: Int, since start: Double) {
  print("\(what)\t\(count)\t\(seconds() - start)")
}

func peak() {
  var usage = rusage()
  getrusage(__rusage_who_t(0), &usage)
  print("peak\t\(usage.ru_maxrss / 1024)\t0")
}

func markup(_ path: String, _ output: String) throws {
  let input = open(path, O_RDONLY)
  defer { close(input) }
  let start = seconds()
  var findings = Diagnostics()
  let source = ByteSource { max(0, Glibc.read(input, $0.baseAddress, $0.count)) }
  guard case .data(let message) = try SDMX.readMarkup(source, file: path, into: &findings), let header = message.header
  else { return print("no data: \(findings.all.first.map(\.message) ?? "")") }
  report("read", message.dataSets.reduce(0) { $0 + $1.observationCount }, since: start)
  let middle = seconds()
  let file = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  defer { close(file) }
  var writer = SDMX.MarkupDataWriter(
    .structureSpecific(.v2_1), header: header, structures: message.dataSets.map(\.layout.structure))
  var sink: [UInt8] = []
  var count = 0
  func drain(_ room: Int) {
    guard sink.count > room else { return }
    count += Glibc.write(file, sink, sink.count)
    sink.removeAll(keepingCapacity: true)
  }
  writer.begin(into: &sink)
  for set in message.dataSets {
    writer.begin(set.layout, into: &sink)
    for series in set.series {
      writer.append(series, into: &sink)
      drain(1 << 16)
    }
    writer.endDataSet(into: &sink)
  }
  writer.end(into: &sink)
  drain(0)
  report("write", count, since: middle)
}

func sheet(_ path: String) throws {
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
  let start = seconds()
  let book = try WorkbookReader(bytes)
  guard let sheet = book.sheet(named: nil) else { return }
  var cells = 0
  _ = try book.read(sheet) { cells += $0.cells.count }
  report("sheet", cells, since: start)
}

let arguments = CommandLine.arguments
if arguments.count == 4 { try markup(arguments[2], arguments[3]) } else { try sheet(arguments[2]) }
peak()
