/// A formula as its author wrote it, parsed; the grammar is in `docs/expressions.md`.
package struct Formula: Hashable, Sendable {
  package let text: String
  package let root: Expression

  package init(text: String, root: Expression) {
    self.text = text
    self.root = root
  }
}

/// A number that is printed from data, as its author wrote it.
package struct Figure: Hashable, Sendable {
  /// The expression, without its format.
  package let text: String
  package let root: Expression
  /// nil: the decimals of the indicator.
  package let format: Format?

  package init(text: String, root: Expression, format: Format?) {
    self.text = text
    self.root = root
    self.format = format
  }

  /// How a figure is printed: `0.1`, `1000`, `0.1 billion`, `0.1 %`, `+0.1`.
  package struct Format: Hashable, Sendable {
    /// The unit of the printed number.
    package enum Scale: Int, Hashable, Sendable, CaseIterable {
      case units = 0
      case thousand = 3
      case million = 6
      case billion = 9
      case trillion = 12
    }

    /// Of the step as a power of ten, in units of the scale: -1 for 0.1, 0 for 1, 3 for thousands.
    package let exponent: Int
    package let scale: Scale
    package let hasPercentSign: Bool
    /// Whether a number above zero has a plus.
    package let isSigned: Bool

    package init(exponent: Int, scale: Scale = .units, hasPercentSign: Bool = false, isSigned: Bool = false) {
      self.exponent = exponent
      self.scale = scale
      self.hasPercentSign = hasPercentSign
      self.isSigned = isSigned
    }
  }
}

/// A node of the expression language, with the place it was written at.
package struct Expression: Hashable, Sendable {
  package indirect enum Node: Hashable, Sendable {
    /// A plain number; four digits may mean a year where a period is expected.
    case number(Double)
    /// `2019-Q1`, `2018/2019` and every other period but a bare year.
    case period(TimePeriod)
    /// `2005..2019`: from the first period to the last.
    case range(TimePeriod, TimePeriod)
    /// A name such as `internet-use`, `WORLD` or `FY2019`; what it names depends on where it stands.
    case name(String)
    /// `internet-use(WORLD, 2019, SEX=F)`, `weighted-mean(internet-use, population)` or `target(2.4)`.
    case call(String, [Argument])
    case negated(Expression)
    case binary(Operator, Expression, Expression)
  }

  package struct Argument: Hashable, Sendable {
    /// `SEX` in `SEX=F`; the value is then a name, the code.
    package let label: String?
    package let value: Expression
    /// Where the argument begins: its label, if it has one.
    package let position: SourcePosition

    package init(label: String? = nil, _ value: Expression, at position: SourcePosition) {
      self.label = label
      self.value = value
      self.position = position
    }
  }

  package enum Operator: String, Sendable, Hashable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and
    case or
  }

  /// Functions that may stand behind their value: `x rises over 2005..2019`.
  package static let trends: Set<String> = ["rises", "falls"]

  package let node: Node
  /// Where the node begins; of two operands joined by an operator, the operator's place.
  package let position: SourcePosition

  package init(_ node: Node, at position: SourcePosition) {
    self.node = node
    self.position = position
  }
}

extension Expression {
  /// Every name that the expression uses, functions included.
  package var names: Set<String> {
    switch node {
    case .number, .period, .range: []
    case .name(let name): [name]
    case .call(let name, let arguments): arguments.reduce(into: [name]) { $0.formUnion($1.value.names) }
    case .negated(let inner): inner.names
    case .binary(_, let left, let right): left.names.union(right.names)
    }
  }
}
