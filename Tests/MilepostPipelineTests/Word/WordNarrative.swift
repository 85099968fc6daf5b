/// A small report that has everything a text can have, and a workspace for it.
enum WordNarrative {
  static let file = "narrative/en/1-progress.md"

  static let text = """
    ---
    id: progress
    title: Progress
    order: 1
    ---

    Of all people {= internet-use(ISLES, 2020) : 0.1 %} are *online*, and
    this is the first paragraph.

    ## Cables and ferries {#cables}

    The second paragraph is long enough to be wrapped and goes over
    two lines, see {#cables}.[^note]

    - First item
    - Second item with **weight**
      - Nested item
    - Third item

    > Quoted words.

    :::table id=wrc
    Who came
    Source: Harbour master.

    | who      | persons                  |
    |----------|--:|
    | guests   | [155]{literal="counted"} |
    | speakers | [61]{literal="counted"}  |

    :::box The road
    Boxed words.
    :::

    ```text
    high, low
    low, high
    ```

    Use [has a rank]{? count(targets) = 3} here.

    The last paragraph.

    [^note]: By the count of the summer.

    """

  static func desk(_ text: String = text) throws -> WordDesk {
    var files = try Repository.files(in: "Tests/Cases/base")
    files[file] = Array(text.utf8)
    files["narrative/report.yaml"] = Array("original-language: en\ntitle: Report of the isles\n".utf8)
    return try WordDesk(files, "en")
  }
}
