import ArgumentParser

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves a store or a workspace over HTTP.",
    usage: "milepost serve [<workspace> | --store <store>] [<options>]",
    discussion: """
        milepost serve --store my-plan.store
        milepost serve my-plan --port 0
      From a store the newest publication is served, and the next one as soon as it is published. A workspace is \
      compiled, watched and compiled anew when a file changes; open pages load themselves anew. SIGTERM and Ctrl-C end \
      it when the requests of the moment are answered. docs/server.md has addresses and limits.
      """)

  @Argument(help: "The folder that holds milepost.yaml.") var workspace: String?
  @Option(help: "The file of the store.") var store: String?
  @Option(help: "The address to listen at; 0.0.0.0 for all.") var host = "127.0.0.1"
  @Option(help: "The port to listen at; 0 for a free one.") var port = 8080
  @Option(help: "How many of your own proxies stand in front and tell the client's address in X-Forwarded-For.")
  var proxies = 0
  @Option(help: "Requests a second that a client may send; 0 for any number.") var rate = 50
  @Flag(help: "Write no line for each request.") var quiet = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("'\(port)' is no port; 0 to 65535 are") }
    guard (0...10).contains(proxies) else { throw ValidationError("'\(proxies)' is no number of proxies; 0 to 10 are") }
    guard rate >= 0 else { throw ValidationError("'\(rate)' is no number of requests") }
  }

  func run() throws {
    switch (workspace, store) {
    case (nil, nil): throw UsageError("name a workspace, or a store with --store")
    case (_?, _?): throw UsageError("name a workspace or a store, not both")
    case (let workspace?, nil):
      try Serving.checkIsBuiltIn()
      try Serving.serve(workspace: workspace, self)
    case (nil, let store?):
      try Serving.checkIsBuiltIn()
      try Stores.checkAddress(store)
      try Serving.serve(store: store, self)
    }
  }
}
