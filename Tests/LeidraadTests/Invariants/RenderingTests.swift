#if canImport(LeidraadRendering)
  import LeidraadCore
  import LeidraadRendering
  import Testing

  /// Same inputs and day, same bytes: in every format.
  @Suite struct RepetitionTests {
    @Test(arguments: Fixture.indices)
    func everyFormatRepeatsItself(_ index: Int) {
      let fixture = Fixture.all[index]
      for seed in fixture.seeds(20, 62) {
        var generator = fixture.generator(seed)
        let draft = generator.draft(seed: seed)
        for renderer in Renderer.all {
          var texts: Set<String> = []
          for _ in 0..<2 {
            guard let run = fixture.run(draft, assurance: .verified) else { return }
            let report = fixture.policy.report(
              run.guideline, run.assessment, diagnostics: run.diagnostics, language: .dutch, requirement: Requirement(band: 1), digest: fnv)
            texts.insert(
              renderer.render(
                [report], Run(version: "1", language: .dutch, asOf: Fixture.asOf, assurance: .verified, policy: fixture.policy)))
          }
          #expect(texts.count == 1, "\(renderer.name), seed \(seed)")
        }
      }
    }
  }
#endif
