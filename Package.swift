// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "milepost",
  products: [.executable(name: "milepost", targets: ["MilepostCLI"])],
  // None is on by default, so that the first build stays short.
  traits: [
    .trait(name: "Store", description: "The commands publish and store: releases in a file of SQLite."),
    .trait(name: "Server", description: "Serving releases from a store.", enabledTraits: ["Store"]),
    .trait(name: "Postgres", description: "Stores in PostgreSQL.", enabledTraits: ["Store"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLibLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "MilepostModel", swiftSettings: strict),
    .target(name: "MilepostLanguage", dependencies: ["MilepostModel"], swiftSettings: strict),
    .target(
      name: "MilepostFormats", dependencies: ["MilepostModel", "MilepostLanguage", "CLibCMark", "CLibYAML"],
      swiftSettings: strict),
    .target(
      name: "MilepostExchange",
      dependencies: ["MilepostModel", "MilepostLanguage", "CLibCrypto", "CLibExpat", "CLibXLSXWriter", "CLibZip"],
      swiftSettings: strict),
    .target(name: "MilepostEngine", dependencies: ["MilepostModel"], swiftSettings: strict),
    .target(
      name: "MilepostReport", dependencies: ["MilepostModel", "MilepostLanguage"],
      resources: [
        .embedInCode("Assets/style.css"), .embedInCode("Assets/favicon.svg"), .embedInCode("Assets/milepost.js"),
        .embedInCode("Assets/state.js"), .embedInCode("Assets/charts.js"),
        .embedInCode("Assets/search.js"),
        .embedInCode("Assets/tables.js"), .embedInCode("Assets/report.css"),
      ],
      swiftSettings: strict),
    .target(
      name: "MilepostPipeline",
      dependencies: [
        "MilepostModel", "MilepostLanguage", "MilepostFormats", "MilepostExchange", "MilepostEngine", "MilepostReport",
      ],
      swiftSettings: strict),
    .target(
      name: "MilepostStore",
      dependencies: [
        "MilepostModel", "CLibCrypto", "CLibLZ4", "CLibZ",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Store"])),
      ],
      swiftSettings: strict),
    .target(
      name: "MilepostPostgres",
      dependencies: [
        "MilepostModel", "MilepostStore", .target(name: "CLibPQ", condition: .when(traits: ["Postgres"])),
      ],
      swiftSettings: strict),
    .target(
      name: "MilepostServer",
      dependencies: [
        "MilepostModel", "MilepostExchange", "MilepostStore", "CLibZ",
        .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Server"])),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "MilepostCLI",
      dependencies: [
        "MilepostModel", "MilepostPipeline", .target(name: "MilepostStore", condition: .when(traits: ["Store"])),
        .target(name: "MilepostServer", condition: .when(traits: ["Server"])),
        .target(name: "MilepostPostgres", condition: .when(traits: ["Postgres"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Assets/reading-order.py")],
      swiftSettings: strict),
    .executableTarget(
      name: "StoreBenchmark",
      dependencies: [
        "MilepostModel", .target(name: "MilepostStore", condition: .when(traits: ["Store"])),
        .target(name: "MilepostPostgres", condition: .when(traits: ["Postgres"])),
      ],
      path: "Benchmarks/StoreBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "Trials",
      dependencies: ["MilepostModel", "MilepostEngine", "MilepostPipeline"], path: "Tests/Trials",
      swiftSettings: strict),
    .target(name: "MilepostTesting", dependencies: ["MilepostModel", "MilepostStore"], swiftSettings: strict),
    .testTarget(
      name: "MilepostModelTests", dependencies: ["MilepostModel", "MilepostTesting"], swiftSettings: strict),
    .testTarget(
      name: "MilepostLanguageTests", dependencies: ["MilepostModel", "MilepostLanguage", "MilepostTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "MilepostFormatsTests",
      dependencies: ["MilepostModel", "MilepostLanguage", "MilepostFormats", "MilepostTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "MilepostExchangeTests",
      dependencies: ["MilepostModel", "MilepostLanguage", "MilepostExchange", "MilepostTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "MilepostEngineTests",
      dependencies: ["MilepostModel", "MilepostEngine", "MilepostFormats", "MilepostTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "MilepostReportTests",
      dependencies: [
        "MilepostModel", "MilepostLanguage", "MilepostEngine", "MilepostReport", "MilepostExchange", "MilepostTesting",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "MilepostPipelineTests",
      dependencies: [
        "MilepostModel", "MilepostFormats", "MilepostEngine", "MilepostExchange", "MilepostReport", "MilepostPipeline",
        "MilepostTesting", "Trials",
      ],
      exclude: ["ASEM"], swiftSettings: strict),
    .testTarget(
      name: "MilepostStoreTests",
      dependencies: [
        "MilepostModel", "MilepostStore", "MilepostEngine", "MilepostPipeline", "MilepostTesting",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Store"])),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MilepostPostgresTests",
      dependencies: [
        "MilepostModel", "MilepostStore", "MilepostPostgres", "MilepostEngine", "MilepostPipeline", "MilepostTesting",
        "ClusterTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MilepostServerTests",
      dependencies: [
        "MilepostModel", "MilepostExchange", "MilepostStore", "MilepostServer", "MilepostEngine", "MilepostPipeline",
        "MilepostTesting",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Store"])),
        .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Server"])),
      ],
      swiftSettings: strict),
    .target(name: "ClusterTesting", path: "Tests/Cluster", swiftSettings: strict),
    .testTarget(name: "MilepostCLITests", dependencies: ["MilepostCLI", "ClusterTesting"], swiftSettings: strict),
    .testTarget(name: "WallTests", swiftSettings: strict),
  ]
)
