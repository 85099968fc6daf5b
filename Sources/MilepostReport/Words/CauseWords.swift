import MilepostLanguage
package import MilepostModel

extension ChangeWords {
  /// Why something changed, in whole sentences.
  package func sentence(_ cause: ChangeCause) -> String {
    switch cause {
    case .framework(let change): sentence(change)
    case .method(let change): sentence(change)
    case .revision(let evidence), .newData(let evidence): sentence(evidence)
    case .time(let elapsed): sentence(elapsed)
    case .text: phrases(.wordsChanged)
    }
  }

  package func sentence(_ change: FrameworkChange) -> String {
    let element = phrases.name(of: change.element)
    let what =
      switch change.what {
      case .added: phrases(.elementAdded, ["element": element])
      case .removed: phrases(.elementRemoved, ["element": element])
      case .amended(let fields):
        phrases(
          .elementAmended,
          ["element": element, "fields": phrases.lists.enumeration(fields.map { phrases($0.phrase) })])
      }
    let decisions = change.decisions.map { decision in
      phrases(
        .elementDecided,
        ["date": phrases.dates.text(decision.date), "decision": phrases.writtenSentence(decision.decision)])
    }
    return phrases.sentences.joined([what] + decisions)
  }

  package func sentence(_ change: MethodChange) -> String {
    let (before, after) = (name(of: change.before), name(of: change.after))
    guard let target = change.target else { return phrases(.methodOfPlan, ["before": before, "after": after]) }
    return phrases(.methodOfTarget, ["id": target.text, "before": before, "after": after])
  }

  private func name(of choice: MethodChoice) -> String {
    phrases(
      .otherOver, ["method": phrases.name(of: choice.method), "window": phrases.shortWords(for: choice.window)])
  }

  private func sentence(_ evidence: DataEvidence) -> String {
    let subject = subject(of: evidence.key)
    let period = phrases.dates.text(evidence.period)
    let what: String
    switch (evidence.before, evidence.after) {
    case (.known(let before, let first), .known(let after, let second)):
      what = phrases(
        .valueRevised,
        [
          "subject": subject, "period": period, "before": value(before, evidence.key, apartFrom: after),
          "after": value(after, evidence.key, apartFrom: before), "source": title(of: second),
          "from": first.vintage.description, "to": second.vintage.description,
        ])
    case (.known(let before, let first), .gap):
      what = phrases(
        .valueWithdrawn,
        [
          "subject": subject, "period": period, "before": value(before, evidence.key, apartFrom: nil),
          "source": title(of: first), "from": first.vintage.description,
        ])
    case (.gap, .known(let after, let second)):
      what = phrases(
        .valueArrived,
        [
          "subject": subject, "period": period, "after": value(after, evidence.key, apartFrom: nil),
          "source": title(of: second), "to": second.vintage.description,
        ])
    case (.gap, .gap): return phrases(.onlyDateChanged)
    }
    guard evidence.others > 0 else { return what }
    return phrases.sentences.joined([what, phrases(.seriesAlike, count: evidence.others)])
  }

  private func sentence(_ elapsed: Elapsed) -> String {
    switch elapsed {
    case .tooOld(let newest, let years):
      phrases(.valueTooOld, count: years, ["period": phrases.dates.text(newest)])
    case .duePassed(let due): phrases(.targetDuePassed, ["due": phrases.dates.text(due)])
    case .overrideExpired(let date): phrases(.setStatusExpired, ["date": phrases.dates.text(date)])
    case .laterDate: phrases(.onlyDateChanged)
    }
  }

  package func subject(of key: SeriesKey) -> String {
    release.subject(of: Measure(key.indicator, key.area, key.codes), phrases)
  }

  /// A value of a series with as many digits as keep it apart from the other.
  func value(_ value: Double, _ key: SeriesKey, apartFrom other: Double?) -> String {
    style(of: key).value(value, apartFrom: other)
  }

  func style(of key: SeriesKey) -> FigureStyle {
    release.plan.indicator(key.indicator).map { FigureStyle($0, phrases) }
      ?? FigureStyle(scale: .plain, decimals: 3, phrases: phrases)
  }

  func title(of provenance: Provenance) -> String { release.title(of: provenance.source, phrases) }
}

extension ChangeWords {
  /// A value of a series in both editions, with as many digits as keep the two apart.
  package func texts(of change: ValueChange, in key: SeriesKey) -> (before: String, after: String) {
    let none = phrases(.noValue)
    let (before, after) = (change.before.value, change.after.value)
    return (
      before.map { value($0, key, apartFrom: after) } ?? none, after.map { value($0, key, apartFrom: before) } ?? none
    )
  }

  package func name(of element: PlanElement) -> String { phrases.name(of: element) }
}
