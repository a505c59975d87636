import CalqueFormats
import CalqueText
import Foundation

for path in CommandLine.arguments.dropFirst() {
  let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  let source = try Source(decoding: data)
  let text = PlainText.extract(source)
  let d = Document(text: text.text, blocks: text.blocks)
  for b in d.blocks {
    for m in b.marks where d.marks[m].isUnpaired && d.marks[m].glyph.isDouble {
      let k = d.marks[m]
      print("\(path.split(separator: "/").last!)\t\(k.role)\t\(d.string(b.range))")
    }
  }
}
