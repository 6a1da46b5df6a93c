import LeidraadCore

/// How a score and a verdict come about: enough to work out anyone's by hand.
extension ReferencePages {
  func scoring() -> Markdown {
    heading(words("Zo komt een score tot stand", "How a score comes about")) + bullets(steps.map { "\($0)" }) + example()
  }

  private var steps: [String] {
    let evidence = policy.terms.evidence
    let completeness = (policy.completeness * Fraction(100)).roundedDown(times: 1)
    return [
      words(
        "Elk onderdeel heeft punten (zie Punten, en elke aanbeveling). Wat niet voor u geldt, doet niet mee; de rest telt dan iets zwaarder.",
        "Every control has points (see Points, and each recommendation). What does not apply to you takes no part; the rest then weighs a little more."
      ),
      words(
        "Opgegeven: van die punten krijgt u het deel dat in orde is. Van drie criteria waarvan er twee in orde zijn, is dat twee derde.",
        "Declared: of those points you get the part that is in order. Of three criteria of which two are met, that is two thirds."),
      words(
        "Onderbouwd: vraagt een onderdeel bewijs, dan telt het geheel mee met een stuk dat er is, een plek noemt en niet ouder is dan \(evidence) maanden. De helft telt mee als de plek of de datum ontbreekt, als het stuk wat ouder is of als niemand het heeft bekeken. Zonder bewijs telt het niet.",
        "Substantiated: where a control asks for evidence, all of it counts with a document that is there, names the place and is no older than \(evidence) months. Half counts where the place or date is missing, the document is somewhat older or nobody looked at it. Without evidence nothing counts."
      ),
      words(
        "Getoetst: hier telt alleen wat een toetser heeft bevestigd of bijgesteld.",
        "Verified: here only what an auditor confirmed or adjusted counts."),
      words(
        "Een oordeel is er pas als \(completeness)% is ingevuld. Het is het oordeel waar de score in valt; de regels hieronder kunnen het begrenzen.",
        "There is a verdict only when \(completeness)% is answered. It is the band that the score falls in; the rules below may cap it."),
      words(
        "“Niet geregeld” en geen antwoord leveren allebei niets op. Alleen telt “niet geregeld” als ingevuld.",
        "“Not arranged” and no answer both give nothing. Only, “not arranged” counts as answered."),
    ]
  }

  /// A control of the policy's own, worked out.
  private func example() -> Markdown {
    let chosen = policy.controls.indices.first { control in
      policy.controls[control].evidence == .required && policy.controls[control].check.count > 1
        && points.ofControl(control, profile: 0) != nil
    }
    guard let chosen, let worth = points.ofControl(chosen, profile: 0) else { return "" }
    let id = policy.controls[chosen].id
    let (half, quarter) = (number(worth * Fraction(1, 2)), number(worth * Fraction(1, 4)))
    let text: Markdown =
      language.primary == .dutch
      ? "Een voorbeeld: \(controlLink(id)) telt voor \(number(worth)) van de 100 punten. Is de helft ervan in orde, dan levert dat \(half) op. Telt het bewijs daarvoor voor de helft, dan is \(quarter) onderbouwd."
      : "An example: \(controlLink(id)) counts for \(number(worth)) of the 100 points. If half of it is in order, that gives \(half). If the evidence for it counts for half, \(quarter) is substantiated."
    let own = words(
      "Van uw eigen richtlijn laat het rapport bij elk onderdeel zien wat het opleverde en wat het kost. In JSON staan die punten als breuken, en samen zijn zij precies de score.",
      "Of your own guideline the report shows for every control what it gave and what it costs. In JSON those points stand as fractions, and together they are exactly the score."
    )
    return "\(text)\n\n\(own)\n\n"
  }
}
