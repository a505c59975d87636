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
  private static let mostDepth = 3

  /// Glyphs that are open, the innermost in the low eight bits, each one more than its raw value.
  private typealias Stack = UInt32

  /// What a reading does with a mark.
  private enum Action: UInt8 {
    case open, abandonAndOpen, close, abandonAndClose, closeAlone, apostrophe, prime
  }

  /// A reading of the marks so far.
  private struct Reading {
    var stack: Stack
    var cost: Int32
    /// Index of the reading of the marks before, in its step.
    var previous: UInt8
    var action: Action
  }

  private var costs: QuoteCosts
  private var steps: [Reading] = []
  private var stepStarts: [Int] = []
  private var beam: [Reading] = []

  init(costs: QuoteCosts) {
    self.costs = costs
  }

  /// Sets role, partner and depth of the marks of one paragraph.
  ///
  /// - Parameters:
  ///   - marks: All marks of the article.
  ///   - range: The paragraph's marks.
  ///   - tokens: The paragraph's tokens.
  ///   - followsOpen: Whether the paragraph before ended inside a quotation.
  ///   - runsOn: Whether the next paragraph starts with a mark that could take the quotation up.
  mutating func pair(
    _ marks: inout [QuoteMark], in range: Range<Int>, of tokens: Range<Int>, followsOpen: Bool,
    runsOn: Bool
  ) {
    guard !range.isEmpty else { return }
    costs.block = tokens
    steps.removeAll(keepingCapacity: true)
    stepStarts.removeAll(keepingCapacity: true)
    beam = [Reading(stack: 0, cost: 0, previous: 0, action: .apostrophe)]
    for index in range {
      let isLeading = followsOpen && index == range.lowerBound
      advance(over: costs.costs(of: marks[index], continuesQuotation: isLeading))
    }
    let final = best(runsOn: runsOn)
    assign(readBack(from: final, count: range.count), to: &marks, from: range.lowerBound)
  }

  /// Extends every reading of the beam by one mark and keeps the best.
  private mutating func advance(over mark: QuoteCosts.Mark) {
    let before = beam
    beam.removeAll(keepingCapacity: true)
    for (index, reading) in before.enumerated() {
      let origin = UInt8(index)
      func add(_ stack: Stack, _ cost: Int32, _ action: Action) {
        offer(
          Reading(stack: stack, cost: reading.cost + cost, previous: origin, action: action))
      }
      add(reading.stack, mark.apostrophe, .apostrophe)
      add(reading.stack, mark.prime, .prime)
      add(reading.stack, mark.closing + costs.lonely(mark.glyph), .closeAlone)
      let top = Self.top(reading.stack)
      if Self.depth(reading.stack) < Self.mostDepth {
        add(
          Self.push(mark.glyph, on: reading.stack),
          mark.opening + costs.nesting(mark.glyph, inside: top), .open)
      }
      guard let top else { continue }
      let below = Self.pop(reading.stack)
      add(below, mark.closing + costs.pairing(top, mark.glyph), .close)
      add(
        Self.push(mark.glyph, on: below),
        mark.opening + costs.lonely(top) + costs.nesting(mark.glyph, inside: Self.top(below)),
        .abandonAndOpen)
      if let second = Self.top(below) {
        add(
          Self.pop(below), mark.closing + costs.lonely(top) + costs.pairing(second, mark.glyph),
          .abandonAndClose)
      }
    }
    stepStarts.append(steps.count)
    steps += beam
  }

  /// Adds a reading to the beam, unless one with the same stack costs no more.
  private mutating func offer(_ reading: Reading) {
    if let same = beam.firstIndex(where: { $0.stack == reading.stack }) {
      guard reading.cost < beam[same].cost else { return }
      beam.remove(at: same)
    }
    guard beam.count < Self.beamWidth || reading.cost < beam[beam.count - 1].cost else { return }
    let place = beam.firstIndex { $0.cost > reading.cost } ?? beam.count
    beam.insert(reading, at: place)
    if beam.count > Self.beamWidth { beam.removeLast() }
  }

  /// Returns the index of the best reading of the whole paragraph.
  private func best(runsOn: Bool) -> Int {
    func total(_ reading: Reading) -> Int32 {
      var cost = reading.cost
      var stack = reading.stack
      var isOutermostDouble = false
      while let glyph = Self.top(stack) {
        stack = Self.pop(stack)
        isOutermostDouble = stack == 0 && glyph.isDouble
        cost += runsOn && isOutermostDouble ? QuoteCosts.runningOn : costs.lonely(glyph)
      }
      return cost
    }
    return beam.indices.min { total(beam[$0]) < total(beam[$1]) } ?? 0
  }

  /// Returns the actions of a reading, in the order of the marks.
  private func readBack(from last: Int, count: Int) -> [Action] {
    var actions: [Action] = []
    actions.reserveCapacity(count)
    var index = last
    for start in stepStarts.reversed() {
      let reading = steps[start + index]
      actions.append(reading.action)
      index = Int(reading.previous)
    }
    return actions.reversed()
  }

  /// Writes the actions into the marks.
  private func assign(_ actions: [Action], to marks: inout [QuoteMark], from first: Int) {
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
