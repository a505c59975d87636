/// Words whose full stop need not end a sentence, and words that start one.
///
/// ICU's `en@ss=standard` breaks after Dr., Gov., Sen., U.S. and most of the others below, measured
/// on news; hence lists of our own.
struct Abbreviations: Sendable {
  /// Stand before a name: their stop never ends a sentence.
  let titles: WordSet
  /// Stand before a number: their stop ends a sentence only where none follows.
  let beforeNumbers: WordSet
  /// May end a sentence: they do where a word follows that usually starts one.
  let others: WordSet
  /// All of these.
  let all: WordSet
  /// Words that start a sentence far more often than they follow an abbreviation with a capital.
  let starters: WordSet

  static let english = Abbreviations(
    titles: """
      adm atty brig capt cmdr col cpl dr drs fr gen gov hon insp lieut lt maj messrs mme mr mrs ms \
      mlle mt pfc pres prof pvt rep reps rev rt sen sens sgt sr sra srta st ste supt
      """,
    beforeNumbers: "art ch fig figs no nos p para pp sec vol vols",
    others: """
      al apr approx assn assoc aug ave blvd bros ca cf co corp ct dec dept dist div est etc ext feb \
      ft gmbh hwy inc intl jan jr jul jun lb lbs ltd ltda mar mfg min misc natl nov oct oz ph plc rd \
      sep sept sq univ viz vs
      """,
    starters: """
      a according after all also although among an and another any are as asked at because before \
      but by despite during each earlier even every few for from he her here his how however i if in \
      instead is it its last later many meanwhile more most my no none nor not now of on once one only \
      or other others our over several she since so some still such that the their then there these \
      they this those though through to today two under until we what when where whether which while \
      who why with without yes yesterday yet you
      """)

  private init(titles: String, beforeNumbers: String, others: String, starters: String) {
    let kinds = [titles, beforeNumbers, others].map(WordHash.ofEach)
    all = WordSet(Array(kinds.joined()))
    self.titles = WordSet(kinds[0])
    self.beforeNumbers = WordSet(kinds[1])
    self.others = WordSet(kinds[2])
    self.starters = WordSet(starters)
  }
}
