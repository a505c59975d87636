// swift-tools-version: 6.3;(experimentalCGen)
import PackageDescription

// Arrows run one way, from the bottom of this list to the top; ARCHITECTURE.md says why.
let package = Package(
  name: "calque",
  products: [
    .executable(name: "calque", targets: ["CalqueCommand"]),
    .library(name: "Calque", targets: ["Calque"]),
    // Apart, since it needs md4c.
    .library(name: "CalqueMarkdown", targets: ["CalqueMarkdown"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(
      name: "CICU",
      // In the order in which a static linker wants them: each needs what comes after it.
      linkerSettings: ["icui18n", "icuuc", "icudata", "stdc++", "m"].map { .linkedLibrary($0) }),
    .target(name: "CMalloc"),
    .target(name: "CMD4C", linkerSettings: [.linkedLibrary("md4c")]),
    .systemLibrary(name: "CYAML"),
    .target(name: "CalqueText", dependencies: ["CICU"]),
    .target(name: "CalqueFindings", dependencies: ["CalqueText"]),
    .target(name: "CalqueFormats", dependencies: ["CalqueText"]),
    .target(name: "CalqueMarkdown", dependencies: ["CMD4C", "CalqueFormats", "CalqueText"]),
    .target(name: "CalqueRules", dependencies: ["CYAML", "CalqueText", "CalqueFindings"]),
    // In C, so that what the build compiles lies in the product as it is: `experimentalCGen` above
    // lets a plugin add C source. Documentation/Decisions/built-in-rules.md has the reasons.
    .target(name: "CBuiltInRules", path: "Rules", plugins: ["EmbedRules"]),
    .target(name: "CalqueEngine", dependencies: ["CalqueText", "CalqueFindings", "CalqueRules"]),
    .target(
      name: "CalqueChecks",
      dependencies: ["CalqueText", "CalqueFindings", "CalqueRules", "CalqueEngine"],
      plugins: ["ListChecks"]),
    .target(
      name: "Calque",
      dependencies: [
        "CBuiltInRules", "CalqueChecks", "CalqueEngine", "CalqueFindings", "CalqueFormats",
        "CalqueRules", "CalqueText",
      ]),
    .target(name: "CalqueReporters", dependencies: ["CalqueFindings", "CalqueText"]),
    .testTarget(
      name: "CalqueReportersTests",
      dependencies: ["CalqueFindings", "CalqueReporters", "CalqueTesting", "CalqueText"],
      exclude: ["Goldens"]),
    .executableTarget(
      name: "CalqueCommand",
      dependencies: [
        "CMalloc", "Calque", "CalqueEngine", "CalqueFindings", "CalqueFormats", "CalqueMarkdown",
        "CalqueReporters", "CalqueRules", "CalqueText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Runs while the package is built: compiles `Rules/`, lists `Sources/CalqueChecks/`.
    .executableTarget(
      name: "CalqueGenerator", dependencies: ["CalqueFindings", "CalqueRules", "CalqueText"]),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["CalqueGenerator"]),
    .plugin(name: "ListChecks", capability: .buildTool(), dependencies: ["CalqueGenerator"]),

    .target(name: "CalqueTesting", path: "Tests/CalqueTesting"),
    .testTarget(name: "CalqueTextTests", dependencies: ["CalqueText", "CalqueTesting"]),
    .testTarget(
      name: "CalqueFormatsTests",
      dependencies: ["CalqueFormats", "CalqueMarkdown", "CalqueTesting", "CalqueText"]),
    .testTarget(
      name: "CalqueEngineTests",
      dependencies: ["Calque", "CalqueEngine", "CalqueRules", "CalqueTesting", "CalqueText"]),
    .testTarget(
      name: "CalqueTests",
      dependencies: [
        "Calque", "CalqueEngine", "CalqueFindings", "CalqueFormats", "CalqueRules",
        "CalqueTesting", "CalqueText",
      ]),
    .testTarget(
      name: "CalqueCommandTests",
      dependencies: [
        "CalqueCommand", "CalqueEngine", "CalqueFindings", "CalqueTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "CalqueRulesTests",
      dependencies: ["CalqueFindings", "CalqueRules", "CalqueTesting", "CalqueText"]),
    .testTarget(
      name: "QuotationTests",
      dependencies: ["Calque", "CalqueFindings", "CalqueTesting", "CalqueText"]),
    .testTarget(
      name: "RuleTests",
      dependencies: [
        "Calque", "CalqueFindings", "CalqueFormats", "CalqueMarkdown", "CalqueRules", "CalqueText",
      ]),
    .testTarget(name: "TidyTests"),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets
where target.type != .plugin && target.type != .system
  && !["CBuiltInRules", "CICU", "CMD4C", "CMalloc"].contains(target.name)
{
  target.swiftSettings = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
  ]
}
