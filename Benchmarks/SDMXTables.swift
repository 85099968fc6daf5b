import Glibc
import MilepostExchange
import MilepostModel

// Reads SDMX-CSV with code checks and writes some of it again; prints CPU seconds.
// usage: sdmx-tables STRUCTURE.json DATA.csv [whole]: with the last word the file is loaded as a whole first

func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { preconditionFailure("cannot open \(path)") }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
  }
}

func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

let arguments = CommandLine.arguments
precondition(arguments.count >= 3, "usage: sdmx-tables STRUCTURE.json DATA.csv [whole]")
var diagnostics = Diagnostics()
let structure = SDMX.readJSONStructures(bytes(of: arguments[1]), file: arguments[1], into: &diagnostics)
guard let structures = structure?.structures else { preconditionFailure("no structure message") }
let start = seconds()
let message: SDMX.DataMessage?
if arguments.count > 3 {
  message = SDMX.readCSV(bytes(of: arguments[2]), file: arguments[2], structures: structures, into: &diagnostics)
} else {
  let input = open(arguments[2], O_RDONLY)
  message = try SDMX.readCSV(
    ByteSource { max(0, Glibc.read(input, $0.baseAddress, $0.count)) }, file: arguments[2], structures: structures,
    into: &diagnostics)
}
let end = seconds()
var usage = rusage()
getrusage(__rusage_who_t(0), &usage)
guard let set = message?.dataSets.first else { preconditionFailure("no data") }
print("read \(set.observationCount) observations in \(end - start) s, \(diagnostics.count) findings, peak \(usage.ru_maxrss / 1024) MB")
var writer = SDMX.CSVDataWriter(SDMX.CSVForm(.two), layouts: [set.layout])
var sink: [UInt8] = []
var (count, written) = (0, 0)
let begun = seconds()
writer.begin(into: &sink)
writer.begin(set.layout, into: &sink)
for series in set.series where count < 100_000 {
  writer.append(series, into: &sink)
  count += series.rows.count
  if sink.count > 1 << 16 {
    written += sink.count
    sink.removeAll(keepingCapacity: true)
  }
}
writer.endDataSet(into: &sink)
print("wrote \(count) observations, \(written + sink.count) bytes, in \(seconds() - begun) s")
