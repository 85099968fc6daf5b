import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts the releases of a workspace into a store.",
    usage: "milepost publish <workspace> --store <store>",
    discussion: """
        milepost publish my-plan --store my-plan.store
        milepost publish my-plan --store postgres://plans@db.example/plans
      Every edition is published with its site, its series and what its sources said from date to date. Readers see \
      all of it at once; what was published before stays. The store is a file of SQLite, \
      made where there is none, or the schema milepost of a database of PostgreSQL.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "The file of the store, or postgres://user@host:port/database.") var store: String

  func run() throws {
    try Stores.checkAddress(store)
    Interruption.endsTheRun()
    let compilation = try Compiler(workspace: workspace).compilation(.all, .sinceTheEditionBefore)
    try Stores.publish(compilation, to: store)
  }
}

struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Looks after a store.",
    discussion: """
        milepost store list my-plan.store
        milepost store verify postgres://plans@db.example/plans
      """,
    subcommands: [List.self, Verify.self, BackUp.self, Restore.self])

  struct Address: ParsableArguments {
    @Argument(help: "The file of the store, or postgres://user@host:port/database.") var store: String
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists what was published, newest first.",
      discussion: """
          milepost store list my-plan.store
        One line for each edition of each publication: its number and time, the edition with its date, its content hash.
        """)

    @OptionGroup var address: Address

    func run() throws {
      try Stores.checkAddress(address.store)
      try Terminal.write(Stores.list(address.store))
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compares all that a store holds with its hashes.",
      discussion: """
          milepost store verify my-plan.store
        Exit code 2 when something is not what was published.
        """)

    @OptionGroup var address: Address

    func run() throws {
      try Stores.checkAddress(address.store)
      try Terminal.write(Stores.verify(address.store))
    }
  }

  struct BackUp: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Copies a store as it is at this moment.",
      discussion: """
          milepost store backup my-plan.store copies/my-plan.store
          milepost store backup postgres://plans@db.example/plans plans.store
        Whoever reads the store or publishes into it goes on meanwhile. The copy is a store in a file, whatever it was \
        made from.
        """)

    @OptionGroup var address: Address
    @Argument(help: "The file to write; it must not be there.") var file: String

    func run() throws {
      try Stores.checkAddress(address.store)
      try Stores.backUp(address.store, to: file)
      try Terminal.write("wrote \(file)\n")
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a store what a backup of it is.",
      usage: "milepost store restore <store> <file> [--replace]",
      discussion: """
          milepost store restore my-plan.store copies/my-plan.store --replace
          milepost store restore postgres://plans@db.example/plans plans.store
        Any store in a file can be restored, into a file or into PostgreSQL. It is verified first. A server that reads the store goes on with what was restored.
        """)

    @OptionGroup var address: Address
    @Argument(help: "The backup.") var file: String
    @Flag(help: "Let the store that is there give way.") var replace = false

    func run() throws {
      try Stores.checkAddress(address.store)
      try Stores.restore(address.store, from: file, isReplacing: replace)
      try Terminal.write("restored \(Stores.shown(address.store))\n")
    }
  }
}
