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
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
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
    .executableTarget(
      name: "MilepostCLI",
      dependencies: [
        "MilepostModel", "MilepostPipeline", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Assets/reading-order.py")],
      swiftSettings: strict),
    .target(name: "MilepostTesting", dependencies: ["MilepostModel"], swiftSettings: strict),
    .testTarget(
      name: "MilepostModelTests", dependencies: ["MilepostModel", "MilepostTesting"], swiftSettings: strict),
    .testTarget(
      name: "MilepostLanguageTests", dependencies: ["MilepostModel", "MilepostLanguage", "MilepostTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "MilepostFormatsTests", dependencies: ["MilepostModel", "MilepostFormats", "MilepostTesting"],
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
        "MilepostTesting",
      ],
      exclude: ["ASEM"], swiftSettings: strict),
    .testTarget(name: "MilepostCLITests", dependencies: ["MilepostCLI"], swiftSettings: strict),
    .testTarget(name: "WallTests", swiftSettings: strict),
  ]
)
