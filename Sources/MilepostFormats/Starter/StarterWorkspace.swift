import MilepostModel

/// A small complete workspace to begin with: the plan of an invented town, with figures that are invented too.
///
/// It checks clean and shows four statuses: on track, off track, achieved and benchmarked.
///
/// - Parameter name: the plan's title; of an empty one the town's.
/// - Returns: files with their text, `milepost.yaml` first.
package func starterWorkspace(name: String) -> [(path: String, text: String)] {
  [
    ("milepost.yaml", StarterPlan.settings(name)),
    ("README.md", StarterPlan.readme),
    ("plan/goals.yaml", StarterPlan.goals),
    ("plan/objectives.yaml", StarterPlan.objectives),
    ("plan/indicators.yaml", StarterPlan.indicators),
    ("theme/theme.yaml", StarterTheme.text),
    ("groups/areas.csv", StarterData.areas),
    ("groups/groups.yaml", StarterData.groups),
    ("data/sources.yaml", StarterData.sources),
    ("data/codelists.yaml", StarterData.codelists),
    ("data/population.yaml", StarterData.populationSidecar),
    ("data/population.csv", StarterData.population),
    ("data/cycling.yaml", StarterData.cyclingSidecar),
    ("data/cycling.csv", StarterData.cycling),
    ("data/library-members.yaml", StarterData.librarySidecar),
    ("data/library-members.csv", StarterData.library),
    ("data/bad-air-days.yaml", StarterData.airSidecar),
    ("data/bad-air-days.csv", StarterData.air),
    ("data/answered-in-a-week.yaml", StarterData.lettersSidecar),
    ("data/answered-in-a-week.csv", StarterData.letters),
    ("data/digital-skills.yaml", StarterData.skillsSidecar),
    ("data/digital-skills.csv", StarterData.skills),
  ]
}

private enum StarterPlan {
  static func settings(_ name: String) -> String {
    let title = name.trimmedOfBlanks.isEmpty ? "Plan of Larkhaven" : name.trimmedOfBlanks
    let id = workspaceID(title)
    return """
      # A workspace is a folder with this file. Text after a # is for people.
      milepost: 1                     # version of the format
      id: \(quoted(id))
      title: {en: \(quoted(title))}
      agency: \(quoted(agency(id)))         # who maintains the data, in capital letters
      languages: [en]                 # the first is the default; add fr and write {en: ..., fr: ...}
      period: 2020/2030               # of the plan

      # Your own words for statuses; leave out what you do not want to rename.
      statuses:
        benchmarked: {en: First value known}

      # An edition is a publication as of a day: it uses only data received by then.
      editions:
        - id: "2025"
          date: 2025-06-30
          reporting-period: 2024
          title: {en: Annual report 2024}

      """
  }

  /// The name as an id: lower case, other signs become `-`.
  private static func workspaceID(_ name: String) -> String {
    var id = name.slug
    while id.hasPrefix("-") { id.removeFirst() }
    while id.hasSuffix("-") { id.removeLast() }
    return id.isEmpty ? "plan" : id
  }

  /// The id in capitals, after a letter.
  private static func agency(_ id: String) -> String {
    let scalars = id.uppercased().unicodeScalars.map { $0 == "-" || $0 == "." ? "_" : $0 }
    let isLetterFirst = scalars.first.map { ("A"..."Z").contains($0) } == true
    return (isLetterFirst ? "" : "A_") + String(String.UnicodeScalarView(scalars))
  }

  /// In double quotes, so that YAML reads a text whatever it is; what YAML refuses becomes a blank.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20, "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static let readme = """
    # A plan in files

    | file | what is in it |
    |---|---|
    | `milepost.yaml` | title, languages, editions |
    | `plan/*.yaml` | goals, targets, objectives, outcomes, indicators |
    | `data/*.yaml` | what each table of data is about, where it is from, its vintages |
    | `data/*.csv` | the observations |
    | `groups/` | areas and groups of areas |
    | `theme/` | how the site looks |

    The town of Larkhaven does not exist, and its figures are invented. Replace them step by step:

    1. `milepost check .` after every change; it prints nothing when all is well.
    2. `milepost assess .` shows how the targets stand, `milepost explain . 1.2` why.
    3. `milepost build . --output ../site` makes the site beside this folder; open `../site/index.html`.

    """

  static let goals = """
    # What the town wants. Ids such as 1.2 need no quotes.
    goals:
      - id: 1
        title: {en: Clean air and quiet streets}
        links: {sdg: ["11"]}
      - id: 2
        title: {en: Everyone learns and takes part}
        links: {sdg: ["4"]}

    targets:
      - id: 1.1
        goal: 1
        title: {en: 16 % of trips by bicycle by 2030}
        kind: level                  # a value to be reached
        value: 16
        indicator: cycling
        area: LARKHAVEN              # a group of all districts; its value is computed
        due: 2030
        baseline: {period: 2019}     # the value of that year stands in the data
        milestones: [{period: 2026, value: 13.5}]
        owner: Roads and Transport

      - id: 1.2
        goal: 1
        title: {en: At most 15 days of bad air a year by 2030}
        kind: ceiling                # a value not to be exceeded
        value: 15
        indicator: bad-air-days
        area: LARKHAVEN
        due: 2030
        baseline: {period: 2019}
        owner: Environment Office
        response:                    # what the office says about trouble
          reason: {en: Heating with wood has grown while traffic has fallen.}
          action: {en: Grants for the exchange of stoves.}
          due: 2026-12-31
          name: Environment Office

      - id: 2.1
        goal: 2
        title: {en: 30 library members among 100 inhabitants by 2028}
        kind: level
        value: 30
        indicator: library-membership
        area: LARKHAVEN
        due: 2028
        baseline: {period: 2019}
        sustain: true                # once met it must stay met
        owner: Library

      - id: 2.2
        goal: 2
        title: {en: 70 % of adults with basic digital skills by 2030}
        kind: perception             # a share of answers in a survey
        value: 70
        indicator: digital-skills
        area: LARKHAVEN
        due: 2030
        baseline: {period: 2023}
        owner: Library
        note: {en: The survey of 2023 was the first; a trend needs a second one.}

    # Lists outside this plan that goals, targets and indicators may link to.
    frameworks:
      - id: sdg
        title: {en: Sustainable Development Goals}
        url: https://sdgs.un.org

    """

  static let objectives = """
    # What the offices do for the goals, and the changes (outcomes) that show whether it works.
    objectives:
      - id: A.1
        title: {en: Safe ways for bicycles}
        goals: [1]
        owner: Roads and Transport
      - id: A.2
        title: {en: Open libraries}
        goals: [2]
        owner: Library

    outcomes:
      - id: A.1-a
        objective: A.1
        title: {en: More trips by bicycle in every district}
        measured-by: [{indicator: cycling, area: LARKHAVEN}]
      - id: A.2-a
        objective: A.2
        title: {en: More people use the libraries}
        measured-by: [{indicator: library-members, area: LARKHAVEN}]

    outputs:
      - {id: A.1-1, title: {en: Lanes and crossings}, outcomes: [A.1-a], owner: Roads and Transport}
      - {id: A.2-1, title: {en: Evening and Sunday opening}, outcomes: [A.2-a], owner: Library}

    # Services behind the scenes.
    enablers:
      - id: E.1
        title: {en: Quick answers at the counter}
        measured-by: [{indicator: answered-in-a-week, area: LARKHAVEN}]

    """

  static let indicators = """
    # What is measured: unit, which way is better, what is possible at all.
    indicators:
      - id: cycling
        title: {en: Trips by bicycle}
        definition: {en: Share of all trips of residents on a working day in spring.}
        unit: percent
        direction: up
        limits: {lower: 0, upper: 100}
        owner: Roads and Transport
        due-each-year: 03-31         # the year before should be in by then
        aggregate:                   # the town's value comes from those of its districts
          method: weighted-mean
          weight: population

      - id: bad-air-days
        title: {en: Days of bad air}
        unit: days
        direction: down
        limits: {lower: 0, upper: 366}
        nature: flow                 # counted over the year; a stock is a state at a time
        decimals: 0
        owner: Environment Office

      - id: library-members
        title: {en: Library members}
        unit: persons
        direction: up
        limits: {lower: 0}
        decimals: 0
        owner: Library
        aggregate: {method: sum}

      - id: library-membership
        title: {en: Library members per 100 inhabitants}
        unit: percent
        direction: up
        limits: {lower: 0, upper: 100}
        owner: Library
        formula: rate(library-members, population, 100)

      - id: digital-skills
        title: {en: Adults with basic digital skills}
        unit: percent
        direction: up
        limits: {lower: 0, upper: 100}
        owner: Library

      - id: answered-in-a-week
        title: {en: Letters answered within a week}
        unit: percent
        direction: up
        limits: {lower: 0, upper: 100}

      - id: population
        title: {en: Population}
        unit: persons
        limits: {lower: 0}
        decimals: 0
        aggregate: {method: sum}

    """
}
