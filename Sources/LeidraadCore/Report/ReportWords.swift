/// The report's own sentences.
enum ReportWords {
  static func score(_ assurance: Assessment.Assurance) -> Phrase {
    switch assurance {
    case .declared: Phrase(nl: "Opgegeven", en: "Declared")
    case .substantiated: Phrase(nl: "Onderbouwd", en: "Substantiated")
    case .verified: Phrase(nl: "Getoetst", en: "Verified")
    }
  }

  /// On what the verdict rests; and what no checker of guidelines can see.
  static func basis(_ assurance: Assessment.Assurance, literalOnly: Bool) -> Phrase {
    let rests =
      switch assurance {
      case .declared: Phrase(nl: "wat uw organisatie zelf opgeeft", en: "what the organisation itself declares")
      case .substantiated:
        Phrase(nl: "wat uw organisatie opgeeft en met bewijs onderbouwt", en: "what the organisation declares and supports with evidence")
      case .verified: Phrase(nl: "wat een toetser heeft vastgesteld", en: "what an auditor found")
      }
    let scan =
      literalOnly
      ? Phrase(nl: "Snelle scan: alleen wat de bron zelf noemt. ", en: "Quick scan: only what the source itself names. ")
      : Phrase(nl: "", en: "")
    return Phrase(
      nl:
        "\(scan.nl)Dit oordeel rust op \(rests.nl). Het gaat over wat er op papier staat (opzet), niet over wat er in de praktijk gebeurt (bestaan en werking).",
      en:
        "\(scan.en)This verdict rests on \(rests.en). It is about what is written (design), not about what happens in practice (existence and operation)."
    )
  }

  // MARK: The verdict

  static let noVerdict = Phrase(nl: "Nog geen oordeel", en: "No verdict yet")

  static func absence(_ absence: Assessment.Verdict.Absence, completeness: String, needed: String) -> Phrase {
    switch absence {
    case .nothingInScope: Phrase(nl: "Er blijft niets over om te beoordelen.", en: "Nothing is left to assess.")
    case .incomplete:
      Phrase(
        nl: "Te weinig gegevens: \(completeness)% is ingevuld; voor een oordeel is \(needed)% nodig. De cijfers zijn voorlopig.",
        en: "Insufficient data: \(completeness)% is answered; a verdict needs \(needed)%. The numbers are provisional.")
    case .notReviewed:
      Phrase(
        nl: "Nog te weinig is getoetst; voor een oordeel is \(needed)% nodig. De cijfers zijn voorlopig.",
        en: "Too little has been reviewed; a verdict needs \(needed)%. The numbers are provisional.")
    case .undecided:
      Phrase(
        nl: "Een vraag die nog openstaat, beslist over een knock-out. Beantwoord die eerst.",
        en: "A question that is still open decides on a knock-out. Answer it first.")
    }
  }

  static func capped(from: String, to: String) -> Phrase {
    Phrase(nl: "De score zelf zou “\(from)” geven.", en: "The score alone would give “\(from)”.")
  }

  static let capByExclusions = Phrase(
    nl: "Meer dan 30% van de punten is als niet van toepassing weggelaten.",
    en: "More than 30% of the points is left out as not applicable.")
  static let withExplanation = Phrase(
    nl: "Met uitleg: een besluit neemt het gevolg van een knock-out weg.",
    en: "With explanation: a decision takes away the effect of a knock-out.")

  // MARK: Findings

  static func rule(_ kind: Finding.Kind, isBlocker: Bool) -> Phrase {
    switch kind {
    case .control: Phrase(nl: "onderdeel", en: "control")
    case .knockOut: isBlocker ? Phrase(nl: "knock-out", en: "knock-out") : Phrase(nl: "zware tekortkoming", en: "major shortcoming")
    case .knockOutOpen:
      isBlocker
        ? Phrase(nl: "knock-out zolang er een vraag openstaat", en: "knock-out while a question is open")
        : Phrase(nl: "zware tekortkoming zolang er een vraag openstaat", en: "major shortcoming while a question is open")
    case .knockOutUndecided:
      isBlocker
        ? Phrase(nl: "vraag die over een knock-out beslist", en: "question that decides on a knock-out")
        : Phrase(nl: "vraag die over een zware tekortkoming beslist", en: "question that decides on a major shortcoming")
    case .contradiction: Phrase(nl: "tegenspraak", en: "contradiction")
    }
  }

  /// What is not known is asked, not blamed.
  static func undecided(_ says: Phrase) -> Phrase {
    Phrase(nl: "Nog niet te zeggen. Dit mag niet zo zijn: \(says.nl)", en: "Not known yet. This must not be so: \(says.en)")
  }

  static func literal(_ source: String) -> Phrase {
    Phrase(nl: "De bron noemt dit zelf: \(source).", en: "The source itself names this: \(source).")
  }

  static func derived(_ sources: [String]) -> Phrase {
    guard !sources.isEmpty else {
      return Phrase(
        nl: "Onze eigen uitwerking; de bron noemt dit niet zelf.", en: "Our own elaboration; the source does not name this itself.")
    }
    let list = sources.joined(separator: "; ")
    return Phrase(nl: "Onze uitwerking, naar \(list).", en: "Our elaboration, after \(list).")
  }

  /// `AVG, artikel 5 lid 1 onder e` is for lawyers; the short form is for everyone who looks it up.
  static func law(_ regime: String, _ articles: [String]) -> Phrase {
    let list = articles.joined(separator: ", ")
    return Phrase(nl: "\(regime) art. \(list)", en: "\(regime) art. \(list)")
  }

  static func kind(_ source: LeidraadCore.Evidence.Source) -> Phrase {
    switch source {
    case .file: Phrase(nl: "bestand", en: "file")
    case .url: Phrase(nl: "link", en: "link")
    case .keptAt: Phrase(nl: "ligt bij", en: "kept at")
    case .none: Phrase(nl: "zonder vindplaats", en: "nowhere to be found")
    }
  }

  /// What a document is and where in it something is said: `bestand docs/richtlijn.md, plaats 3.2, 10 mei 2026`.
  static func document(_ entry: LeidraadCore.Evidence, place: String?) -> Phrase {
    let kind = kind(entry.source)
    let name = entry.source.text.isEmpty ? "" : " \(entry.source.text)"
    return Phrase(
      nl: (["\(kind.nl)\(name)"] + [place.map { "plaats \($0)" }, entry.date?.words.nl].compactMap { $0 }).joined(separator: ", "),
      en: (["\(kind.en)\(name)"] + [place.map { "place \($0)" }, entry.date?.words.en].compactMap { $0 }).joined(separator: ", "))
  }

  static func evidence(_ factor: Fraction, remarks: [Phrase], title: String?, document: Phrase) -> Phrase {
    let why = remarks.isEmpty ? nil : Phrase(nl: remarks.map(\.nl).joined(separator: ", "), en: remarks.map(\.en).joined(separator: ", "))
    guard let title else { return Phrase(nl: "Bewijs gevraagd, nog niet genoemd.", en: "Evidence is asked for; none is named.") }
    if factor == .one {
      return Phrase(
        nl: "Bewijs in orde: “\(title)” (\(document.nl)).", en: "Evidence in order: “\(title)” (\(document.en)).")
    }
    let nl = factor.isZero ? "Bewijs telt niet" : "Bewijs telt half"
    let en = factor.isZero ? "Evidence does not count" : "Evidence counts half"
    return Phrase(
      nl: "\(nl): “\(title)” (\(document.nl))\(why.map { "; \($0.nl)" } ?? "").",
      en: "\(en): “\(title)” (\(document.en))\(why.map { "; \($0.en)" } ?? "").")
  }

  static func finding(_ finding: EvidenceAssessment.Finding) -> Phrase {
    switch finding {
    case .noSource: Phrase(nl: "er staat niet waar het is", en: "it does not say where it is")
    case .missing: Phrase(nl: "het bestand is niet gevonden", en: "the file was not found")
    case .outside: Phrase(nl: "het staat buiten de map van deze richtlijn", en: "it lies outside the folder of this guideline")
    case .notAFile: Phrase(nl: "het is geen gewoon bestand", en: "it is not a plain file")
    case .unreadable: Phrase(nl: "het kan niet worden gelezen", en: "it cannot be read")
    case .tooLarge: Phrase(nl: "het is groter dan 20 MiB", en: "it is larger than 20 MiB")
    case .empty: Phrase(nl: "het is leeg", en: "it is empty")
    case .guidelineItself: Phrase(nl: "een richtlijn kan zichzelf niet bewijzen", en: "a guideline cannot support itself")
    case .digestDiffers: Phrase(nl: "het is veranderd sinds de SHA-256 is genoteerd", en: "it has changed since the SHA-256 was noted")
    case .quoteNotFound: Phrase(nl: "het citaat staat er niet in", en: "the quotation is not in it")
    case .tooOld: Phrase(nl: "het is te oud", en: "it is too old")
    case .fromTheFuture: Phrase(nl: "de datum ligt in de toekomst", en: "its date lies in the future")
    case .noPlace: Phrase(nl: "er staat niet waar in het document", en: "it does not say where in the document")
    case .noDate: Phrase(nl: "er staat geen datum bij", en: "it has no date")
    case .old: Phrase(nl: "het is al wat ouder", en: "it is rather old")
    case .notSeen: Phrase(nl: "niemand heeft het hier gezien", en: "nobody has seen it here")
    case .quoteNotChecked: Phrase(nl: "het citaat is niet nagezocht", en: "the quotation was not looked up")
    }
  }

  // MARK: Decisions and verdicts

  static func status(_ status: ModelStatus) -> Phrase {
    switch status {
    case .notApplicable: Phrase(nl: "niet van toepassing", en: "not applicable")
    case .explained: Phrase(nl: "uitgelegd", en: "explained")
    case .planned: Phrase(nl: "gepland", en: "planned")
    }
  }

  typealias ModelStatus = LeidraadCore.Decision.Status

  static func standing(_ standing: DecisionAssessment.Standing, lastDay: CivilDate?, asOf: CivilDate) -> Phrase {
    switch standing {
    case .inForce:
      lastDay.map { day in
        let left = daysLeft(day.dayNumber - asOf.dayNumber)
        return Phrase(nl: "geldt tot en met \(day.words.nl) (\(left.nl))", en: "holds through \(day.words.en) (\(left.en))")
      } ?? Phrase(nl: "geldt", en: "holds")
    case .noStatus: Phrase(nl: "geldt niet: er staat niet wat is besloten", en: "does not hold: it does not say what was decided")
    case .noReason: Phrase(nl: "geldt niet: de reden ontbreekt", en: "does not hold: the reason is missing")
    case .shortReason:
      Phrase(nl: "geldt niet: de reden is korter dan 20 tekens", en: "does not hold: the reason is shorter than 20 characters")
    case .noOwner: Phrase(nl: "geldt niet: er staat niet wie erover gaat", en: "does not hold: it names no owner")
    case .noMeasure:
      Phrase(nl: "geldt niet: er staat niet wat u in plaats daarvan doet", en: "does not hold: it does not say what is done instead")
    case .noUntil: Phrase(nl: "geldt niet: er staat niet wanneer het er is", en: "does not hold: it does not say when it will be there")
    case .noDate: Phrase(nl: "geldt niet: de datum ontbreekt", en: "does not hold: the date is missing")
    case .future: Phrase(nl: "geldt nog niet", en: "does not hold yet")
    case .expired(let day): Phrase(nl: "is afgelopen op \(day.words.nl)", en: "ended on \(day.words.en)")
    case .overTerm(let day):
      Phrase(
        nl: "is verlopen op \(day.words.nl): ouder dan dit beleidskader toestaat",
        en: "lapsed on \(day.words.en): older than this policy allows")
    case .notAllowed:
      Phrase(
        nl: "geldt niet: dit onderdeel kan niet “niet van toepassing” zijn", en: "does not hold: this control cannot be “not applicable”")
    case .conflicting: Phrase(nl: "telt niet: er zijn twee besluiten", en: "does not count: there are two decisions")
    }
  }

  /// How long something that holds still does; `days` is not below 0.
  static func daysLeft(_ days: Int) -> Phrase {
    switch days {
    case 0: Phrase(nl: "vandaag voor het laatst", en: "today for the last time")
    case 1: Phrase(nl: "nog 1 dag", en: "1 day left")
    default: Phrase(nl: "nog \(days) dagen", en: "\(days) days left")
    }
  }

  static func judgement(_ judgement: Review.Judgement) -> Phrase {
    switch judgement {
    case .confirmed: Phrase(nl: "bevestigd", en: "confirmed")
    case .refuted: Phrase(nl: "weerlegd", en: "refuted")
    case .adjusted: Phrase(nl: "bijgesteld", en: "adjusted")
    }
  }

  static func standing(_ verdict: VerdictAssessment) -> Phrase {
    switch verdict.standing {
    case .inForce:
      Phrase(nl: "geldt tot en met \(verdict.lastDay.words.nl)", en: "holds through \(verdict.lastDay.words.en)")
    case .lapsed: Phrase(nl: "vervallen: de richtlijn of het bewijs is veranderd", en: "lapsed: the guideline or the evidence has changed")
    case .expired(let day): Phrase(nl: "verlopen op \(day.words.nl)", en: "ended on \(day.words.en)")
    case .future: Phrase(nl: "geldt nog niet", en: "does not hold yet")
    case .conflicting: Phrase(nl: "telt niet: er zijn twee uitspraken", en: "does not count: there are two verdicts")
    }
  }

  // MARK: Tailoring

  static func tailoring(_ change: Policy.Tailoring.Change) -> Phrase {
    switch change {
    case .addedSection: Phrase(nl: "hoofdstuk toegevoegd", en: "section added")
    case .addedField: Phrase(nl: "vraag toegevoegd", en: "field added")
    case .addedOption: Phrase(nl: "antwoord toegevoegd", en: "option added")
    case .addedRecommendation: Phrase(nl: "aanbeveling toegevoegd", en: "recommendation added")
    case .addedControl: Phrase(nl: "onderdeel toegevoegd", en: "control added")
    case .addedRule: Phrase(nl: "regel toegevoegd", en: "rule added")
    case .raisedWeight: Phrase(nl: "telt zwaarder", en: "weighs more")
    case .raisedRequire: Phrase(nl: "hoger oordeel gevraagd", en: "higher band required")
    case .raisedKnockOut: Phrase(nl: "zwaardere knock-out", en: "heavier knock-out")
    case .dropped: Phrase(nl: "weggelaten", en: "dropped")
    }
  }
}
