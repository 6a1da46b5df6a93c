internal import LeidraadCore

extension Renderer {
  /// Commands that Azure Pipelines shows with a build. It knows errors and warnings; a note is a plain line.
  package static let azure = Renderer(
    name: "azure", fileExtension: "azure.txt", summary: Phrase(nl: "meldingen in Azure Pipelines", en: "issues in Azure Pipelines"),
    body: { report, run, _ in
      let groups = report.settledGroups(run).flatMap { group in ["##[group]\(group.title)"] + group.lines + ["##[endgroup]"] }
      return ([report.statusLine(run)] + report.annotations(in: run).map(issue) + groups).map { $0 + "\n" }.joined()
    })
}

private func issue(_ annotation: Annotation) -> String {
  let type: WorkflowCommand.AzureProperty
  switch annotation.severity {
  case .error: type = "error"
  case .warning: type = "warning"
  case .note: return annotation.logLine
  }
  let start = annotation.location.start
  let properties: [WorkflowCommand.AzureProperty] = [
    "type=\(type)", "sourcepath=\(annotation.file)", "linenumber=\(start.line)", "columnnumber=\(start.column)",
    "code=\(annotation.id)",
  ]
  let message: WorkflowCommand.AzureMessage =
    "\([annotation.headline, annotation.advice, annotation.ground].filter { !$0.isEmpty }.joined(separator: "\n"))"
  return "##vso[task.logissue \(WorkflowCommand.AzureProperty.joined(properties, separator: ";").text)]\(message.text)"
}
