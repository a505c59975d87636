/// Reads or writes the fields of a record, one after the other.
protocol FieldCoder {
  /// Reads into `field`, or writes what it holds.
  mutating func code(_ field: inout UInt32)
}

/// A record that names its fields once, for reading and for writing.
protocol CodedRecord {
  init()
  /// Hands each field to `coder`, in the order in which they are declared.
  mutating func code(_ coder: inout some FieldCoder)
}

extension CodedRecord {
  /// Number of fields, counted by handing them out.
  static var fieldCount: Int {
    var counter = FieldCounter()
    var record = Self()
    record.code(&counter)
    return counter.count
  }
}

/// Counts fields.
private struct FieldCounter: FieldCoder {
  private(set) var count = 0

  mutating func code(_ field: inout UInt32) { count += 1 }
}

extension FieldCoder {
  mutating func code(_ span: inout Span32) {
    code(&span.start)
    code(&span.end)
  }

  mutating func code(_ condition: inout TokenCondition) {
    code(&condition.bits)
  }
}

/// Appends fields to words.
struct FieldWriter: FieldCoder {
  private(set) var words: [UInt32] = []

  mutating func code(_ field: inout UInt32) { words.append(field) }
}

/// Takes fields from words, of which there are enough.
struct FieldReader: FieldCoder {
  let words: [UInt32]
  private(set) var position: Int

  init(_ words: [UInt32], from position: Int) {
    self.words = words
    self.position = position
  }

  mutating func code(_ field: inout UInt32) {
    field = words[position]
    position += 1
  }
}

extension LexiconList: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&name)
    coder.code(&entries)
    coder.code(&phrases)
  }
}

extension Anchor: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&pattern)
    coder.code(&leastBefore)
    coder.code(&mostBefore)
    coder.code(&surroundings.before)
    coder.code(&surroundings.after)
    coder.code(&surroundings.secondBefore)
    coder.code(&surroundings.secondAfter)
  }
}

extension AnchorPair: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&first)
    coder.code(&second)
    coder.code(&anchor)
    coder.code(&isSecond)
  }
}

extension Pattern: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&code)
    coder.code(&codeEnd)
    coder.code(&owner)
    coder.code(&role)
    coder.code(&captureCount)
    coder.code(&inflectedCount)
    coder.code(&inflectedForms)
    coder.code(&start)
  }
}

extension Rule: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&id)
    coder.code(&pack)
    coder.code(&severity)
    coder.code(&rightCount)
    coder.code(&readCount)
    coder.code(&isProof)
    coder.code(&message)
    coder.code(&why)
    coder.code(&advice)
    coder.code(&category)
    coder.code(&stage)
    coder.code(&original)
    coder.code(&check)
    coder.code(&options)
    coder.code(&patternTexts)
    coder.code(&fixTexts)
    coder.code(&needTexts)
    coder.code(&bad)
    coder.code(&good)
    coder.code(&exceptions)
    coder.code(&needs)
    coder.code(&fixes)
    coder.code(&onlyIn)
    coder.code(&notIn)
    coder.code(&status)
    coder.code(&formerly)
  }
}

extension Need: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&kind)
    coder.code(&value)
  }
}

extension FixTemplate: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&pieces)
    coder.code(&isSafe)
    coder.code(&keepsCase)
  }
}

extension FixPiece: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&kind)
    coder.code(&value)
    coder.code(&detail)
    coder.code(&spaceBefore)
  }
}

extension Pack: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&name)
    coder.code(&language)
    coder.code(&title)
  }
}

extension Evidence: CodedRecord {
  mutating func code(_ coder: inout some FieldCoder) {
    coder.code(&pack)
    coder.code(&weight)
    coder.code(&most)
  }
}
