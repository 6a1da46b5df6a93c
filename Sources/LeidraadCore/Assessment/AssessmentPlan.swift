/// What assessing guidelines under one policy takes beside the policy itself, worked out once for all of them.
package final class AssessmentPlan: Sendable {
  /// By index into `Policy.fields`: the controls whose check reads the field, which evidence for it supports.
  private let controlsOfField: [[Int]]
  /// By index into `Policy.sections`: the controls whose check reads a field of it.
  private let controlsOfSection: [[Int]]

  package init(_ policy: Policy) {
    var byField = [[Int]](repeating: [], count: policy.fields.count)
    var bySection = [[Int]](repeating: [], count: policy.sections.count)
    let sections = policy.fields.map(\.section)
    func add(_ control: Int, to controls: inout [Int]) { if controls.last != control { controls.append(control) } }
    for index in policy.controls.indices {
      for criterion in policy.controls[index].check {
        criterion.visitFields(guards: false) { field in
          add(index, to: &byField[field])
          add(index, to: &bySection[sections[field]])
        }
      }
    }
    controlsOfField = byField
    controlsOfSection = bySection
  }

  /// The controls that evidence with this target supports, in the policy's order.
  func controls(supportedBy target: Evidence.Support.Target) -> [Int] {
    switch target {
    case .control(let control): [control]
    case .field(let field): controlsOfField[field]
    case .section(let section): controlsOfSection[section]
    }
  }
}
