/// Reads the quotation marks of a paragraph as openings, closings, apostrophes and primes.
///
/// Every mark may be each of them, at a cost that its glyph and its neighbours set
/// (``QuoteCosts``); marks are paired on a stack, a mark left alone costs, and the reading of least
/// cost wins. Paragraphs are read one by one, so a lost mark never turns the rest of an article
/// inside out; within one, an opening may give up the one before it as lost. A beam of the best
/// stacks keeps the time linear in the marks.
struct QuotePairing {
  /// How many readings are kept at each mark.
  ///
  /// News nests two deep, and six readings of a mark is more than its context ever leaves open.
  private static let beamWidth = 8
  /// Quotations inside one another that are told apart.
  static let mostDepth = 3

  /// Glyphs that are open, the innermost in the low eight bits, each one more than its raw value.
  private typealias Stack = UInt32

  /// What a reading does with a mark.
  private enum Action: UInt8 {
    case open, abandonAndOpen, close, abandonAndClose, closeAlone, apostrophe, prime
  }

  /// The last step of a reading.
  private struct Step {
    /// Index of the reading of the marks before, in its beam.
    let previous: UInt8
    let action: Action
  }

  /// A reading of the marks so far.
  private struct Reading {
    let stack: Stack
    let cost: Int32
    let step: Step
  }

  private var costs: QuoteCosts
  private var steps: [Step] = []
  private var stepStarts: [Int] = []
  private var beam: [Reading] = []
  private var before: [Reading] = []

  init(costs: QuoteCosts) {
    self.costs = costs
  }

  /// Sets role, partner and depth of the marks of one paragraph.
  ///
  /// - Parameters:
  ///   - marks: All marks of the article.
  ///   - range: The paragraph's marks.
  ///   - tokens: The paragraph's tokens.
  ///   - openBefore: How many quotations the paragraph before left open.
  ///   - continuation: The marks that the next paragraph starts with, which may take quotations up,
  ///     the outermost first; asked for where they matter.
  /// - Returns: The marks whose quotations run on into the next paragraph, the outermost first.
  mutating func pair(
    _ marks: inout [QuoteMark], in range: Range<Int>, of tokens: Range<Int>, openBefore: Int,
    continuation: (_ marks: [QuoteMark]) -> [QuoteGlyph]
  ) -> [Int] {
    costs.block = tokens
    if openBefore == 0, pairPlainly(&marks, in: range) { return [] }
    beam.removeAll(keepingCapacity: true)
    beam.append(Reading(stack: 0, cost: 0, step: Step(previous: 0, action: .apostrophe)))
    steps.removeAll(keepingCapacity: true)
    stepStarts.removeAll(keepingCapacity: true)
    for index in range {
      let takesUp = index - range.lowerBound < openBefore
      advance(over: costs.costs(of: marks[index], takesUp: takesUp))
      stepStarts.append(steps.count)
      for reading in beam { steps.append(reading.step) }
    }
    let following = continuation(marks)
    let actions = readBack(from: best(following))
    let open = assign(actions, to: &marks, from: range.lowerBound)
    return zip(open, following).prefix { marks[$0].glyph.isDouble == $1.isDouble }.map(\.0)
  }

  /// Pairs the marks of a paragraph where each stands as its glyph says and none is inside another,
  /// which costs nothing and so cannot be beaten; tells whether it did.
  private func pairPlainly(_ marks: inout [QuoteMark], in range: Range<Int>) -> Bool {
    guard range.count.isMultiple(of: 2) else { return false }
    for opening in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
      let (left, right) = (marks[opening], marks[opening + 1])
      guard left.glyph.isDouble, right.glyph.isDouble, left.glyph.system == right.glyph.system,
        left.glyph.side == .either || left.glyph.side == .opening,
        costs.opensFreely(left), costs.closesFreely(right)
      else { return false }
    }
    for opening in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
      marks[opening].role = .opening
      marks[opening].partner = opening + 1
      marks[opening + 1].role = .closing
      marks[opening + 1].partner = opening
    }
    return true
  }

  /// Extends every reading of the beam by one mark and keeps the best.
  private mutating func advance(over mark: QuoteCosts.Mark) {
    swap(&beam, &before)
    beam.removeAll(keepingCapacity: true)
    for index in before.indices {
      let (stack, cost) = (before[index].stack, before[index].cost)
      let origin = UInt8(index)
      // What is impossible would be beaten by a mark that closes alone.
      if mark.apostrophe < QuoteCosts.impossible {
        offer(stack, cost + mark.apostrophe, origin, .apostrophe)
      }
      if mark.prime < QuoteCosts.impossible { offer(stack, cost + mark.prime, origin, .prime) }
      offer(stack, cost + mark.closing + costs.lonely(mark.glyph), origin, .closeAlone)
      let top = Self.top(stack)
      if Self.depth(stack) < Self.mostDepth {
        let nesting = costs.nesting(mark.glyph, inside: top)
        offer(Self.push(mark.glyph, on: stack), cost + mark.opening + nesting, origin, .open)
      }
      if let top { close(top, mark, stack, cost, origin) }
    }
  }

  /// Offers the readings in which a mark closes the innermost quotation or gives it up.
  private mutating func close(
    _ top: QuoteGlyph, _ mark: QuoteCosts.Mark, _ stack: Stack, _ cost: Int32, _ origin: UInt8
  ) {
    let below = Self.pop(stack)
    offer(below, cost + mark.closing + costs.pairing(top, mark), origin, .close)
    let abandoned = cost + costs.lonely(top)
    let second = Self.top(below)
    offer(
      Self.push(mark.glyph, on: below),
      abandoned + mark.opening + costs.nesting(mark.glyph, inside: second), origin,
      .abandonAndOpen)
    guard let second else { return }
    offer(
      Self.pop(below), abandoned + mark.closing + costs.pairing(second, mark), origin,
      .abandonAndClose)
  }

  /// Adds a reading to the beam, unless one with the same stack costs no more.
  private mutating func offer(
    _ stack: Stack, _ cost: Int32, _ previous: UInt8, _ action: Action
  ) {
    var place: Int
    if let same = beam.firstIndex(where: { $0.stack == stack }) {
      guard cost < beam[same].cost else { return }
      place = same
    } else if beam.count < Self.beamWidth {
      place = beam.count
      beam.append(Reading(stack: stack, cost: cost, step: Step(previous: previous, action: action)))
    } else {
      place = Self.beamWidth - 1
      guard cost < beam[place].cost else { return }
    }
    // The readings that cost more move up to the place that has become free.
    while place > 0, beam[place - 1].cost > cost {
      beam[place] = beam[place - 1]
      place -= 1
    }
    beam[place] = Reading(
      stack: stack, cost: cost, step: Step(previous: previous, action: action))
  }

  /// Returns the index of the best reading of the whole paragraph.
  private func best(_ continuation: [QuoteGlyph]) -> Int {
    func total(_ reading: Reading) -> Int32 {
      var cost = reading.cost
      var stack = reading.stack
      while let glyph = Self.top(stack) {
        stack = Self.pop(stack)
        let level = Self.depth(stack)
        let runsOn =
          level < continuation.count && continuation[level].isDouble == glyph.isDouble
        cost += runsOn ? QuoteCosts.runningOn : costs.lonely(glyph)
      }
      return cost
    }
    return beam.indices.min { total(beam[$0]) < total(beam[$1]) } ?? 0
  }

  /// Returns the actions of a reading, in the order of the marks.
  private func readBack(from last: Int) -> [Action] {
    var actions = [Action](filledWith: .apostrophe, count: stepStarts.count)
    var reading = last
    for mark in actions.indices.reversed() {
      let step = steps[stepStarts[mark] + reading]
      actions[mark] = step.action
      reading = Int(step.previous)
    }
    return actions
  }

  /// Writes the actions into the marks and returns those that are open at the end.
  private func assign(_ actions: [Action], to marks: inout [QuoteMark], from first: Int) -> [Int] {
    var open: [Int] = []
    func close(_ index: Int) {
      guard let opening = open.popLast() else { return }
      marks[opening].partner = index
      marks[index].partner = opening
    }
    for (distance, action) in actions.enumerated() {
      let index = first + distance
      switch action {
      case .apostrophe: marks[index].role = .apostrophe
      case .prime: marks[index].role = .prime
      case .closeAlone: marks[index].role = .closing
      case .close, .abandonAndClose:
        marks[index].role = .closing
        if action == .abandonAndClose { _ = open.popLast() }
        close(index)
      case .open, .abandonAndOpen:
        marks[index].role = .opening
        if action == .abandonAndOpen { _ = open.popLast() }
        open.append(index)
      }
      marks[index].depth = open.count - (marks[index].role == .opening ? 1 : 0)
    }
    return open
  }

  private static func depth(_ stack: Stack) -> Int { (39 - stack.leadingZeroBitCount) / 8 }

  private static func top(_ stack: Stack) -> QuoteGlyph? {
    stack & 0xFF == 0 ? nil : QuoteGlyph(rawValue: UInt8(stack & 0xFF) - 1)
  }

  private static func push(_ glyph: QuoteGlyph, on stack: Stack) -> Stack {
    stack << 8 | Stack(glyph.rawValue + 1)
  }

  private static func pop(_ stack: Stack) -> Stack { stack >> 8 }
}
