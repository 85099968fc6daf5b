#if Server
  import Glibc
  import MilepostPipeline
  import MilepostServer
  import MilepostStore

  extension Serving {
    /// How often the files are looked at.
    private static let milliseconds = 250

    /// Compiles a workspace and serves it from a store that is gone afterwards; does so again whenever a file changes.
    static func serve(workspace folder: String, _ command: Serve) throws {
      _ = try DiskWorkspace.open(folder)
      let scratch = try FileSystem.makeNewDirectory("\(FileSystem.scratch)/milepost-served", mode: 0o700)
      defer { removed(scratch) }
      let path = "\(scratch)/store"
      let bell = ReloadBell(publication: 0)
      let run = start(try Stores.open(path, making: true), command, reload: bell)
      guard let port = try run.port() else { return }
      // Looked at before the files are read, so that no change in between is missed.
      var seen = try state(of: folder)
      publish(folder, path, bell)
      try announce(folder, command, port)
      while try !run.hasEnded(within: milliseconds) {
        let now = try state(of: folder)
        guard now != seen else { continue }
        // Whoever writes several files, or a large one, is given the time to finish.
        guard try !run.hasEnded(within: milliseconds), try state(of: folder) == now else { continue }
        seen = now
        publish(folder, path, bell)
      }
    }

    /// Compiles and publishes; with errors, what was published last stays.
    private static func publish(_ folder: String, _ path: String, _ bell: ReloadBell) {
      do {
        let compilation = try DiskWorkspace.open(folder).compile(.all, .sinceTheEditionBefore)
        for diagnostic in compilation.diagnostics {
          Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
        }
        guard !compilation.hasErrors, !compilation.releases.isEmpty else {
          return Terminal.complain("milepost: not published; what was served before stays until the errors are gone")
        }
        let (receipt, _) = try Stores.deposit(compilation, in: Stores.open(path))
        bell.ring(receipt.publication.id.number)
        if receipt.isNew { Terminal.complain("milepost: publication \(receipt.publication.id.number) is served") }
      } catch let error as UsageError {
        Terminal.complain("milepost: \(error.message)")
      } catch {
        Terminal.complain("milepost: \(error)")
      }
    }

    /// Every file with its size and the time of its last change.
    private static func state(of folder: String) throws -> [String] {
      // A folder that is being written may lose a file between two looks; the next one sees it whole.
      guard case .success(let paths) = Result(catching: { try DiskWorkspace.paths(in: folder) }) else { return [] }
      return paths.map { path in
        var status = stat()
        guard stat("\(folder)/\(path)", &status) == 0 else { return path }
        return "\(path) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_ino)"
      }.sorted()
    }

    private static func removed(_ scratch: String) {
      do { try FileSystem.remove(scratch) } catch { Terminal.complain("milepost: \(error)") }
    }
  }
#endif
