/// Records that lie one after the other in memory that never changes, read where they lie.
///
/// The memory is part of the product, or belongs to the tables in it together. To read an element
/// is one comparison and one load, as from an array; to copy a table copies nothing but where it
/// is.
///
/// Numbers lie in the order of the machine, which is little-endian wherever calque runs, and at
/// multiples of their alignment.
@safe
public struct Table<Element: BitwiseCopyable & Sendable> {
  // It points to `count` elements that live as long as `owner`, or as the process where there is
  // none.
  @usableFromInline let start: UnsafePointer<Element>
  /// Number of elements.
  public let count: Int
  private let owner: TableMemory?

  /// Copies an array.
  ///
  /// O(elements).
  public init(_ elements: [Element]) {
    let memory = TableMemory(byteCount: MemoryLayout<Element>.stride * elements.count)
    // The memory has room for all elements, is of no type before, and they are nothing but bits.
    let target = unsafe memory.start.bindMemory(to: Element.self, capacity: elements.count)
    unsafe elements.withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress else { return }
      unsafe memory.start.copyMemory(from: first, byteCount: bytes.count)
    }
    unsafe start = UnsafePointer(target)
    count = elements.count
    owner = memory
  }

  /// Takes the elements of bytes from an offset on; nil where they do not all lie inside or do not
  /// lie at a multiple of their alignment.
  init?(in bytes: Table<UInt8>, at offset: Int, count: Int) {
    let stride = MemoryLayout<Element>.stride
    guard offset >= 0, offset <= bytes.count, count >= 0, count <= (bytes.count - offset) / stride
    else { return nil }
    let place = unsafe UnsafeRawPointer(bytes.start) + offset
    let address = UInt(bitPattern: place)
    guard address.isMultiple(of: UInt(MemoryLayout<Element>.alignment)) else { return nil }
    // Any bits are an element: it holds nothing but numbers.
    unsafe start = place.assumingMemoryBound(to: Element.self)
    self.count = count
    owner = bytes.owner
  }
}

extension Table where Element == UInt8 {
  /// Takes bytes that lie in memory for as long as the process runs, at a multiple of 16.
  @unsafe
  public init(mapped start: UnsafeRawPointer, count: Int) {
    let address = UInt(bitPattern: start)
    precondition(address.isMultiple(of: 16), "the bytes of tables must be aligned")
    unsafe self.start = start.assumingMemoryBound(to: UInt8.self)
    self.count = count
    owner = nil
  }
}

// Nothing can change what a table points to, whichever thread looks.
extension Table: @unchecked Sendable {}

/// Memory that tables lie in, freed with the last of them.
@safe
private final class TableMemory {
  let start: UnsafeMutableRawPointer

  init(byteCount: Int) {
    unsafe start = .allocate(byteCount: max(1, byteCount), alignment: 16)
  }

  deinit { unsafe start.deallocate() }
}

extension Table: RandomAccessCollection {
  /// Zero.
  @inlinable public var startIndex: Int { 0 }

  /// Number of elements.
  @inlinable public var endIndex: Int { count }

  /// Returns an element.
  ///
  /// O(1).
  @inlinable
  public subscript(index: Int) -> Element {
    // One comparison for both ends: a number below zero is a very great one.
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a table ends before the index")
    return unsafe start[index]
  }

  /// Calls a function with all elements where they lie.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    // What the caller is handed is what the table points to.
    try unsafe body(UnsafeBufferPointer(start: start, count: count))
  }
}

extension Table {
  /// The elements as an array.
  ///
  /// O(elements), at once rather than one by one.
  public var elements: [Element] {
    // As above.
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }
}

extension Table: Equatable where Element: Equatable {
  /// Tells whether two tables hold the same elements, wherever they lie.
  public static func == (one: Table, other: Table) -> Bool { one.elementsEqual(other) }
}

extension Table: ExpressibleByArrayLiteral {
  /// Copies the elements of a literal.
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}
